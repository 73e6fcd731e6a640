import type { Holding, Position } from '../model/position';
import type { LevelChoices } from '../model/settings';
import { bufferOf } from './buffer';
import { usualChoices } from './choices';
import { severity } from './crossing';
import { levelOf, limitsOf } from './level';
import { rulesOf } from './rules';

/** A price that is this many times the last, or the last so many times it, is a jump that no market makes in minutes. */
const JUMP = 10n;

/** Two health factors differ where they are more than a 200th apart, which is 0.5%. */
const APART = 200n;

/** Whether a position stands so much better than before, or is priced so differently, that one RPC's word is not enough. */
export function isDoubtful(
  before: Position,
  now: Position | null,
  choices: LevelChoices = usualChoices,
): boolean {
  return severityOf(now, choices) < severityOf(before, choices) || (now !== null && jumped(before, now));
}

/** Whether two RPCs say different things of one position; null where one knows of none. */
export function isDisputed(one: Position | null, other: Position | null): boolean {
  const [a, b] = [healthOf(one), healthOf(other)];
  if (a === null || b === null) return a !== b;
  const [less, more] = a < b ? [a, b] : [b, a];
  return (more - less) * APART > less;
}

/** The one that is closer to liquidation. */
export function worseOf(one: Position | null, other: Position | null): Position | null {
  const [a, b] = [healthOf(one), healthOf(other)];
  if (a === null || b === null) return a === null ? (b === null ? one : other) : one;
  return b < a ? other : one;
}

/** Without a debt nothing is at risk. */
const severityOf = (position: Position | null, choices: LevelChoices): number => {
  if (position === null || healthOf(position) === null) return severity.safe;
  const liquidatable = rulesOf(position).liquidatable(position);
  return severity[levelOf(bufferOf(position).share, liquidatable, limitsOf(position, choices))];
};

const healthOf = (position: Position | null): bigint | null =>
  position && rulesOf(position).healthFactor(position);

function jumped(before: Position, now: Position): boolean {
  const was = new Map(allOf(before).map((holding) => [feedOf(holding), BigInt(holding.price)]));
  return allOf(now).some((holding) => {
    const [old, price] = [was.get(feedOf(holding)), BigInt(holding.price)];
    return old !== undefined && old !== price && (price >= old * JUMP || old >= price * JUMP);
  });
}

const allOf = ({ collateral, debt }: Position): readonly Holding[] => [...collateral, ...debt];

const feedOf = ({ feed, address, priceDecimals }: Holding): string => [feed, address, priceDecimals].join();
