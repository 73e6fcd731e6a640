import type { LiquidationPrice, Risk } from './risk';

/** A row as it stands in the form: what the user typed. Either a value, or an amount and a price. */
export interface CalculatorRow {
  readonly side: 'collateral' | 'debt';
  readonly symbol: string;
  /** In dollars. */
  readonly value?: string;
  readonly amount?: string;
  readonly price?: string;
  /** Loan-to-value and liquidation threshold in percent; of a collateral only. */
  readonly factor?: string;
  readonly threshold?: string;
}

export type CalculatorField = 'symbol' | 'value' | 'amount' | 'price' | 'factor' | 'threshold';

export interface CalculatorError {
  readonly row: number;
  readonly field: CalculatorField;
  /** In the user's words. */
  readonly message: string;
}

/** Decimal strings in dollars. */
export type Calculation =
  | { readonly ok: false; readonly errors: readonly CalculatorError[] }
  | {
      readonly ok: true;
      /** The same figures as of a position on a chain. */
      readonly risk: Risk;
      readonly borrowingPower: string;
      /** What can still be borrowed in all, and up to a utilization of 80%; "0" where nothing can. */
      readonly available: string;
      readonly availableTo80: string;
      /** By row; a row that is given by its value has that as its price. Null without a debt. */
      readonly liquidationPrices: readonly (LiquidationPrice | null)[];
    };
