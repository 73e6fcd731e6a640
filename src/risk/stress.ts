import type { Stress, StressPoint } from '../model/outlook';
import type { Position } from '../model/position';
import type { LevelChoices, Limits } from '../model/settings';
import { bufferOf } from './buffer';
import { usualChoices } from './choices';
import { levelOf, limitsOf } from './level';
import { isVolatile } from './peg';
import { movedBy, STEPS } from './reprice';
import { rulesOf } from './rules';
import { marketMove } from './together';
import { Exact, ofWad } from './value';

/** In steps of a millionth: −60% to +20% by 2.5%, so that 0, −30% and −40% are among them. */
const LOWEST = -600_000n;
const HIGHEST = 200_000n;
const STRIDE = 25_000n;

/** The health factor while all volatile assets move by one share and dollars stand still. */
export function stress(position: Position, choices: LevelChoices = usualChoices): Stress {
  const limits = limitsOf(position, choices);
  const at = movedBy(position, isVolatile);
  const points: StressPoint[] = [];
  for (let steps = LOWEST; steps <= HIGHEST; steps += STRIDE) points.push(pointAt(at(steps), steps, limits));
  return { points, edge: marketMove(position) };
}

function pointAt(position: Position, steps: bigint, limits: Limits): StressPoint {
  const rules = rulesOf(position);
  const wad = rules.healthFactor(position);
  const liquidatable = rules.liquidatable(position);
  const level =
    wad === null && !liquidatable ? 'safe' : levelOf(bufferOf(position).share, liquidatable, limits);
  return {
    move: new Exact(steps.toString()).div(STEPS.toString()).toString(),
    healthFactor: wad === null ? null : ofWad(wad).toString(),
    level,
    liquidatable,
  };
}
