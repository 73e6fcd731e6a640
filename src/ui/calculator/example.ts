import type { CalculatorRow } from '../../model/calculator';

/** Collateral that lends $12,825, and a loan: shown as an example until something is typed. */
export const example: readonly CalculatorRow[] = [
  { side: 'collateral', symbol: 'USDC', amount: '100', price: '1', factor: '75', threshold: '78' },
  { side: 'collateral', symbol: 'WBTC', amount: '0.5', price: '30000', factor: '85', threshold: '88' },
  { side: 'debt', symbol: 'DAI', amount: '6000', price: '1' },
];

export const emptyRow = (side: CalculatorRow['side']): CalculatorRow => ({
  side,
  symbol: '',
  amount: '',
  price: '',
  ...(side === 'collateral' && { factor: '', threshold: '' }),
});

/** A row that nothing was typed into yet counts for nothing and is no mistake. */
export const isBlank = ({ side, ...typed }: CalculatorRow): boolean =>
  Object.values(typed).every((text) => text === undefined || text.trim() === '');
