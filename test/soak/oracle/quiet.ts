/** Minutes of the local day, from the first to before the second, past midnight where the second comes first. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
}

const DAY = 1440;

/** A clock half an hour beside those of most of the world, as in Kolkata: five and a half hours ahead of the chain's. */
export const ZONE = 'Asia/Kolkata';
const AHEAD = 330;

export const localMinute = (now: number): number => (Math.floor(now / 60) + AHEAD) % DAY;

const since = (from: number, minute: number): number => (minute - from + DAY) % DAY;

export const isWithin = ({ from, to }: Quiet, now: number): boolean =>
  since(from, localMinute(now)) < since(from, to);
