/** A chart's frame in its own units; the plot leaves room for the labels. */
export const frame = { width: 340, height: 200, left: 30, right: 8, top: 20, bottom: 22 } as const;

const { width, height, left, right, top, bottom } = frame;

/** Maps [from, to] of the data onto the plot, from start to end. */
const linear = (from: number, to: number, start: number, end: number) => (value: number) =>
  start + ((value - from) / (to - from)) * (end - start);

export interface Scales {
  readonly x: (move: number) => number;
  readonly y: (healthFactor: number) => number;
  /** The highest health factor that is drawn. */
  readonly top: number;
}

/** Between 1.5, so that 1 is never at the very top, and 3, above which nothing matters. */
export function scalesOf(moves: readonly number[], healthFactors: readonly number[]): Scales {
  const highest = Math.min(3, Math.max(1.5, ...healthFactors));
  const y = linear(0, highest, height - bottom, top);
  return {
    x: linear(Math.min(...moves), Math.max(...moves), left, width - right),
    y,
    top: highest,
  };
}

/** From an idle pool to one that is used up, and up to the highest rate. */
export function rateScales(rates: readonly number[]): Pick<Scales, 'x' | 'y'> {
  const highest = Math.max(...rates) || 1;
  return { x: linear(0, 1, left, width - right), y: linear(0, highest, height - bottom, top) };
}
