/** What governance set anew for a position: shares as decimal strings, "0.83". */
export interface ParameterChange {
  readonly what: 'threshold' | 'loanToValue' | 'bonus' | 'closeFactor';
  /** Of which collateral; null where it is the whole market's. */
  readonly symbol: string | null;
  readonly before: string;
  readonly after: string;
}

/** Health factors at the same prices and amounts, by the old parameters and by the new; null without a debt. */
export interface ParameterEffect {
  readonly changes: readonly ParameterChange[];
  readonly before: string | null;
  readonly after: string | null;
}
