import type { Decimal } from 'decimal.js';
import type { Position } from '../model/position';
import { countedOf, divide, Exact, worthOf } from './value';

interface Buffer {
  /** How far the counted collateral may fall, 1 − debt / counted, which is 1 − 1/HF; where nothing counts, nothing is left. */
  readonly share: Decimal;
  /** Σ collateral × threshold − Σ debt in the market's unit. */
  readonly value: Decimal;
  readonly debtValue: Decimal;
}

export function bufferOf(position: Position): Buffer {
  const weighted = countedOf(position.collateral, 'threshold', position);
  const debtValue = worthOf(position.debt);
  const value = weighted.minus(debtValue);
  return { share: weighted.isZero() ? new Exact(-Infinity) : divide(value, weighted), value, debtValue };
}
