/** Each sample is one pass over fresh copies of all subjects, enough of them for the clock. */
const SAMPLES = 101;
const SAMPLE_MS = 4;

/**
 * Median microseconds of one call, after as many calls again for the compiler to warm up. Every call has a copy of its own,
 * made beforehand: nothing that is remembered of a subject can make it faster.
 */
export function medianMicroseconds<T>(subjects: readonly T[], work: (subject: T) => unknown): number {
  let copies = 1;
  while (millisecondsOf(subjects, work, copies) < SAMPLE_MS) copies *= 2;
  const sample = () => (millisecondsOf(subjects, work, copies) * 1000) / (copies * subjects.length);
  for (let warm = 0; warm < SAMPLES; warm++) sample();
  const samples = Array.from({ length: SAMPLES }, sample).sort((one, other) => one - other);
  return samples[(SAMPLES - 1) / 2] ?? Number.NaN;
}

/** Kept, so that no compiler finds out that nobody looks at what is computed. */
let kept: unknown;

function millisecondsOf<T>(subjects: readonly T[], work: (subject: T) => unknown, copies: number): number {
  const fresh = Array.from({ length: copies }, () => structuredClone(subjects)).flat();
  const from = performance.now();
  for (const subject of fresh) kept = work(subject);
  return performance.now() - from + (kept === from ? 1 : 0);
}
