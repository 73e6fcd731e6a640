import type { PositionCard } from '../../model/card';
import type { Level } from '../../model/risk';

/** Heights on the gauge, from its top: the load line, then where Critical, Low and Watch begin, then its floor. */
export const lines = { load: 34, critical: 58, low: 82, watch: 106, floor: 132 } as const;

const CEILING = 16;

/** Where the water stands while only the level is known: in the middle of its band. */
const middle: Readonly<Record<Level, number>> = {
  safe: 119,
  watch: 94,
  low: 70,
  critical: 46,
  liquidatable: CEILING,
  unknown: lines.floor,
};

/** The height of the water: each level has a band of its own, so that 3% and 8% can be told apart beside 38%. */
export function waterline({ level, scale }: Pick<PositionCard, 'level' | 'scale'>): number {
  if (scale === undefined || level === 'unknown') return middle[level];
  const [watch, low, critical] = scale.limits;
  const { buffer } = scale;
  if (buffer < 0) return CEILING;
  const bands = [
    [0, critical, lines.load, lines.critical],
    [critical, low, lines.critical, lines.low],
    [low, watch, lines.low, lines.watch],
    [watch, 1, lines.watch, lines.floor - 4],
  ] as const;
  for (const [from, to, top, bottom] of bands) {
    if (buffer < to) return top + ((buffer - from) / (to - from)) * (bottom - top);
  }
  return lines.floor - 4;
}
