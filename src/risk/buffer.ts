import type { Decimal } from 'decimal.js';
import type { Position } from '../model/position';
import { counted, divide, Exact, sum, worth } from './value';

interface Buffer {
  /** How far the counted collateral may fall, 1 − debt / counted, which is 1 − 1/HF; where nothing counts, nothing is left. */
  readonly share: Decimal;
  /** Σ collateral × threshold − Σ debt in the market's unit. */
  readonly value: Decimal;
  readonly debtValue: Decimal;
}

export function bufferOf(position: Position): Buffer {
  const weighted = sum(position.collateral.map((held) => counted(held, 'threshold', position)));
  const debtValue = sum(position.debt.map(worth));
  const value = weighted.minus(debtValue);
  return { share: weighted.isZero() ? new Exact(-Infinity) : divide(value, weighted), value, debtValue };
}
