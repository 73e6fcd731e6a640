/** Each sample is one pass over all subjects, long enough for the clock. */
const SAMPLES = 101;
const SAMPLE_MS = 4;

/** Median microseconds of one call, after as many calls again for the compiler to warm up. */
export function medianMicroseconds<T>(subjects: readonly T[], work: (subject: T) => unknown): number {
  let passes = 1;
  while (millisecondsOf(subjects, work, passes) < SAMPLE_MS) passes *= 2;
  const sample = () => (millisecondsOf(subjects, work, passes) * 1000) / (passes * subjects.length);
  for (let warm = 0; warm < SAMPLES; warm++) sample();
  const samples = Array.from({ length: SAMPLES }, sample).sort((one, other) => one - other);
  return samples[(SAMPLES - 1) / 2] ?? Number.NaN;
}

/** Kept, so that no compiler finds out that nobody looks at what is computed. */
let kept: unknown;

function millisecondsOf<T>(subjects: readonly T[], work: (subject: T) => unknown, passes: number): number {
  const from = performance.now();
  for (let pass = 0; pass < passes; pass++) for (const subject of subjects) kept = work(subject);
  return performance.now() - from + (kept === from ? 1 : 0);
}
