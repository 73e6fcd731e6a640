import { describe, expect, it } from 'vitest';
import type { CalculatorRow } from '../../model/calculator';
import { calculate } from '../../risk/calculator';
import type { Factors } from '../../risk/factors';
import { calculatorCard, rowWords } from '../../view/calculatorWords';
import { emptyRow, example, isBlank } from './example';
import { withFactors } from './fill';

function cardOf(rows: readonly CalculatorRow[]) {
  const result = calculate(rows);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const words = rows.map((row, index) => {
    const price = result.liquidationPrices[index];
    return price ? rowWords(row, price) : null;
  });
  return { card: calculatorCard(result), words };
}

describe('the calculator in words', () => {
  it('begins with the example that lends $12,825', () => {
    const { card } = cardOf(example);
    expect(card?.figures[2]).toEqual({ term: 'borrowingPower', value: '$12,825', detail: '$6,000 used' });
    expect(card).toMatchObject({ available: '$6,825', availableTo80: '$4,260', word: 'Safe' });
  });

  it('says 1.60 and $1,250 for 10 ETH at $2,000 against $10,000', () => {
    const eth = { symbol: 'ETH', amount: '10', price: '2000', factor: '75', threshold: '80' };
    const { card, words } = cardOf([
      { side: 'collateral', ...eth },
      { side: 'debt', symbol: 'USDC', value: '10000' },
    ]);
    expect(card).toMatchObject({ healthFactor: '1.60', word: 'Watch', available: '$5,000' });
    expect(words).toEqual(['Liquidated below $1,250', 'Liquidated above $16,000 in value']);
  });

  it('rounds a price towards the one of now, on either side', () => {
    const eth = { symbol: 'ETH', amount: '3', price: '2000', factor: '75', threshold: '80' };
    const { words } = cardOf([
      { side: 'collateral', ...eth },
      { side: 'debt', symbol: 'BTC', amount: '0.11', price: '30000' },
    ]);
    // 3,300 ÷ 2.4 = 1,375 and 4,800 ÷ 0.11 = 43,636.36
    expect(words).toEqual(['Liquidated below $1,375', 'Liquidated above $43,636']);
    const [below] = cardOf([
      { side: 'collateral', ...eth },
      { side: 'debt', symbol: 'USDC', value: '3301' },
    ]).words;
    expect(below).toBe('Liquidated below $1,376');
  });

  it('has no health factor without a debt', () => {
    expect(cardOf(example.filter(({ side }) => side === 'collateral')).card).toMatchObject({
      healthFactor: 'no debt',
      figures: [{ value: '$12,825' }],
    });
  });
});

it('a row without a word in it is blank', () => {
  expect([emptyRow('debt'), emptyRow('collateral')].map(isBlank)).toEqual([true, true]);
  expect(isBlank({ ...emptyRow('debt'), amount: '0' })).toBe(false);
});

describe('factors of a protocol', () => {
  const factors: Factors = {
    key: 'k',
    symbol: 'WETH',
    title: 'Morpho',
    loanToValue: '0.945',
    threshold: '0.94555',
    price: '3020.123456789',
    timestamp: 0,
  };
  const owed: CalculatorRow = { side: 'debt', symbol: 'eth', amount: '1', price: '1' };

  it('go into the first collateral of the asset, its price into every row of it', () => {
    const row = { ...emptyRow('collateral'), symbol: 'ETH', amount: '2' };
    const other: CalculatorRow = { ...owed, symbol: 'USDC' };
    expect(withFactors([row, owed, row, other], factors)).toEqual([
      { ...row, price: '3020.12345678', factor: '94.5', threshold: '94.55' },
      { ...owed, price: '3020.12345678' },
      { ...row, price: '3020.12345678' },
      other,
    ]);
  });

  it('go into a new row, and leave the price alone where there is none', () => {
    expect(withFactors([owed], { ...factors, price: null })).toEqual([
      owed,
      { ...emptyRow('collateral'), symbol: 'ETH', factor: '94.5', threshold: '94.55' },
    ]);
  });
});
