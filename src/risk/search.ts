/** How much each step is longer than the one before. */
const STRIDE = 16n;

/**
 * The least whole number from 1 to `most` for which a condition holds that does not hold before and does after; null where
 * it does not hold at `most` either. Growing steps from a guess first, because the answer is usually near it.
 */
export function leastWhere(holds: (n: bigint) => boolean, guess: bigint, most: bigint): bigint | null {
  if (most < 1n || !holds(most)) return null;
  let bad = 0n;
  let good = most;
  const start = guess < 1n ? 1n : guess > most ? most : guess;
  const towards = start === most || holds(start) ? -1n : 1n;
  if (towards < 0n) good = start;
  else bad = start;
  for (let stride = 1n; ; stride *= STRIDE) {
    const next = start + stride * towards;
    if (next <= bad || next >= good) break;
    const isGood = holds(next);
    if (isGood) good = next;
    else bad = next;
    if (isGood !== towards < 0n) break;
  }
  while (good - bad > 1n) {
    const middle = (good + bad) / 2n;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
