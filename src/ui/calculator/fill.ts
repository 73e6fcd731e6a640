import type { CalculatorRow } from '../../model/calculator';
import type { Factors } from '../../risk/factors';
import { Exact } from '../../risk/value';
import { assetName } from '../../view/words';
import { emptyRow } from './example';

const percent = (share: string): string => new Exact(share).mul(100).toDecimalPlaces(2).toFixed();

/** The rows with a market's factors in the first collateral of its asset, or in a new row; its price in every row of it. */
export function withFactors(
  rows: readonly CalculatorRow[],
  { symbol, loanToValue, threshold, price }: Factors,
): CalculatorRow[] {
  const name = assetName(symbol);
  const isIt = (row: CalculatorRow) => row.symbol.trim().toUpperCase() === name.toUpperCase();
  const known = rows.some((row) => row.side === 'collateral' && isIt(row));
  const all = known ? rows : [...rows, { ...emptyRow('collateral'), symbol: name }];
  const first = all.findIndex((row) => row.side === 'collateral' && isIt(row));
  return all.map((row, index) => ({
    ...row,
    ...(price !== null && isIt(row) && { price: new Exact(price).toDecimalPlaces(8).toFixed() }),
    ...(index === first && { factor: percent(loanToValue), threshold: percent(threshold) }),
  }));
}
