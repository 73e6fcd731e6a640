import type { Decimal } from 'decimal.js';
import type { Collateral, Position } from '../model/position';
import type { Level } from '../model/risk';
import { pegOf } from './peg';

type KnownLevel = Exclude<Level, 'unknown'>;

/** Below these shares of buffer a position is no longer Safe, no longer Watch, no longer Low. */
const LIMITS = { volatile: [0.4, 0.2, 0.1], pegged: [0.08, 0.04, 0.02] } as const;

/** Where Watch, Low and Critical begin, as shares of buffer. */
export const limitsOf = (pegged: boolean) => LIMITS[pegged ? 'pegged' : 'volatile'];

/** The contract's verdict decides what is liquidatable; the buffer decides the rest. */
export function levelOf(buffer: Decimal, liquidatable: boolean, pegged: boolean): KnownLevel {
  if (liquidatable) return 'liquidatable';
  const [watch, low, critical] = limitsOf(pegged);
  if (buffer.gte(watch)) return 'safe';
  if (buffer.gte(low)) return 'watch';
  return buffer.gte(critical) ? 'low' : 'critical';
}

/** Whether all that counts as collateral and all that is owed follow one and the same price, but are not one asset. */
export function isPegged(position: Position): boolean {
  const counting = position.collateral.filter(countsForSomething);
  const all = [...counting, ...position.debt];
  const pegs = new Set(all.map((holding) => pegOf(holding.symbol)));
  const [peg] = pegs;
  return counting.length > 0 && position.debt.length > 0 && pegs.size === 1 && peg !== null;
}

export const countsForSomething = (held: Collateral): boolean =>
  held.enabled && held.threshold !== '0' && held.amount !== '0';
