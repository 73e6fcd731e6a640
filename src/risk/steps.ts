interface Search {
  /** Where the turn is expected, on the way from 0. */
  readonly from: bigint;
  /** The sign of danger. */
  readonly outwards: 1n | -1n;
  /** As far as a fall can go. */
  readonly limit: bigint;
  /** Where the verdict may turn back beyond the first danger, so that no step may be left out. */
  readonly oneByOne: boolean;
}

/**
 * The last safe step before a liquidated one, where 0 is safe; the limit where that is safe too. By strides that double, and
 * then by halves, since the guess is nearly always right.
 */
export function lastSafeStep(
  safe: (steps: bigint) => boolean,
  { from, outwards, limit, oneByOne }: Search,
): bigint {
  const capped = (steps: bigint): bigint => (outwards < 0n && steps < limit ? limit : steps);
  const inwards = (steps: bigint): bigint => (steps * outwards < 0n ? 0n : steps);
  let good = inwards(capped(from));
  let bad = good;
  for (let stride = 1n; !safe(good); stride *= 2n) {
    bad = good;
    good = inwards(good - stride * outwards);
  }
  for (let stride = 1n; bad === good; stride = oneByOne ? 1n : stride * 2n) {
    if (outwards < 0n && good === limit) return limit;
    bad = capped(good + stride * outwards);
    if (safe(bad)) good = bad;
  }
  while ((bad - good) * outwards > 1n) {
    const middle: bigint = (good + bad) / 2n;
    if (safe(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
