interface Result {
  readonly title: string;
  readonly passed: boolean;
}
interface Listed {
  readonly faults: Readonly<Record<string, string>>;
  readonly threats: readonly string[];
}
interface Row {
  readonly mark: string;
  readonly name: string;
  readonly tests: number;
  readonly outcome: 'held' | 'FAILED' | 'NO TEST';
}
export declare function named(title: string, threats: readonly string[]): string[];
export declare function vitestResults(report: object): Result[];
export declare function playwrightResults(report: object): Result[];
export declare function faultRows(listed: Listed, results: readonly Result[]): Row[];
