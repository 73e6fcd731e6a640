import type { Decimal } from 'decimal.js';
import type { Collateral, Position } from '../model/position';
import type { Level } from '../model/risk';
import type { LevelChoices, Limits } from '../model/settings';
import { keyOf } from './key';
import { pegOf } from './peg';

type KnownLevel = Exclude<Level, 'unknown'>;

/** Where a position's levels begin: its own where the user has set them, else those of its kind. */
export const limitsFor = ({ levels, ownLevels }: LevelChoices, key: string, pegged: boolean): Limits =>
  ownLevels[key] ?? levels[pegged ? 'pegged' : 'volatile'];

/** The same of a position that is at hand. */
export const limitsOf = (position: Position, choices: LevelChoices): Limits =>
  limitsFor(choices, keyOf(position.market, position.owner), isPegged(position));

/** The contract's verdict decides what is liquidatable; the buffer decides the rest. */
export function levelOf(buffer: Decimal, liquidatable: boolean, limits: Limits): KnownLevel {
  if (liquidatable) return 'liquidatable';
  const [watch, low, critical] = limits;
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
