export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

type Counter = (report: never) => Counts;

export const vitestCounts: Counter;
export const playwrightCounts: (report: object) => Counts;
export function stepCounts(code: number, report: object | null, count: Counter | undefined): Counts;
