import { Decimal } from 'decimal.js';
import type { Collateral, Holding, Position } from '../model/position';
import type { MarketMove } from '../model/risk';
import { isVolatile } from './peg';
import { type Movers, movedBy, movingFeeds, STEPS } from './reprice';
import { rulesOf } from './rules';
import { lastSafeStep } from './steps';
import { countedOf, divide, Exact, worthOf } from './value';

/** Nothing falls by more than all but a millionth. */
const LOWEST = 1n - STEPS;

/** A band of steps that is longer than this, in which the verdict may turn back, has no single share worth showing. */
const MAX_BAND = 2_000n;

/** All volatile assets, collateral and debt alike, move by one share while dollars stand still. */
export const marketMove = (position: Position): MarketMove => moveOf(position, isVolatile);

/**
 * How far the assets that move may move by one share, the others held, in millionths: the last at which the contract
 * refuses, one before the first at which it liquidates. The linear answer, s × moving + still = 0 with the net counted
 * values of the two, says where to look; the contract's own verdict decides.
 */
export function moveOf(position: Position, moves: Movers): MarketMove {
  const none = (reason: MarketMove['reason']): MarketMove => ({ direction: 'none', move: null, reason });
  const rules = rulesOf(position);
  if (rules.liquidatable(position)) return none('already liquidatable');
  const feeds = movingFeeds(position, moves);
  const { moving, still } = netOf(position, feeds);
  if (moving.gte(0) && still.gte(0))
    return none(still.isZero() && !moving.isZero() ? 'moves together' : 'safe at every price');
  if (moving.lte(0) && still.lte(0)) return none('too flat to say');
  const outwards = moving.isPositive() ? -1n : 1n;
  const guess = stepsOf({ moving, still });
  const wary = averages(position) ? netOf(averagedDown(position), feeds) : { moving, still };
  if (wary.moving.mul(moving).lte(0)) return none('too flat to say');
  const from = stepsOf(wary);
  if ((guess - from) * outwards > MAX_BAND) return none('too flat to say');
  const at = movedBy(position, moves);
  const last = lastSafeStep((steps) => !rules.liquidatable(at(steps)), {
    from,
    outwards,
    limit: LOWEST,
    oneByOne: from !== guess,
  });
  const move = new Exact(last.toString()).div(STEPS.toString()).toString();
  return { direction: outwards < 0n ? 'below' : 'above', move, reason: null };
}

interface Net {
  readonly moving: Decimal;
  readonly still: Decimal;
}

function netOf(position: Position, feeds: ReadonlySet<string>): Net {
  const of = (isMoving: boolean): Decimal => {
    const isIn = ({ feed }: Holding): boolean => feeds.has(feed) === isMoving;
    const held = countedOf(position.collateral.filter(isIn), 'threshold', position);
    return held.minus(worthOf(position.debt.filter(isIn)));
  };
  return { moving: of(true), still: of(false) };
}

/** Where (1 + s) × moving + still is 0, towards no move. */
const stepsOf = ({ moving, still }: Net): bigint =>
  BigInt(divide(still.neg(), moving).minus(1).mul(STEPS.toString()).toFixed(0, Decimal.ROUND_DOWN));

const counts = ({ enabled, threshold }: Collateral): boolean => enabled && threshold !== '0';

/** Aave before 3.5 averages different thresholds to whole basis points, so that near the edge its verdict may turn back. */
function averages(position: Position & { readonly arithmetic?: string }): boolean {
  const thresholds = new Set(position.collateral.filter(counts).map(({ threshold }) => threshold));
  return position.arithmetic === 'averaged' && thresholds.size > 1;
}

/** What averaging takes at most: a basis point. */
const averagedDown = (position: Position): Position => ({
  ...position,
  collateral: position.collateral.map((held) =>
    counts(held) ? { ...held, threshold: `${BigInt(held.threshold) - 1n}` } : held,
  ),
});
