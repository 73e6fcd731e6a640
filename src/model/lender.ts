import type { Level } from './risk';

/** Loan-to-value, each a share: "0.5". */
export interface Tiers {
  readonly start: string;
  readonly marginCall: string;
  readonly liquidation: string;
}

/** A loan at a lender that keeps the collateral, entered by hand. Decimal strings; the rate is a share a year: "0.129". */
export interface CustodialLoan {
  readonly name: string;
  readonly collateral: readonly {
    readonly symbol: string;
    readonly amount: string;
    readonly price: string;
  }[];
  readonly loan: string;
  readonly currency: string;
  readonly yearlyRate: string;
  readonly tiers: Tiers;
}

/** When a tier is reached. */
export interface TierReach {
  readonly tier: keyof Tiers;
  readonly ltv: string;
  readonly reached: boolean;
  /** By row of the collateral, the others held; 8 decimals, rounded up towards the current price. Null: at no fall of it alone. */
  readonly prices: readonly (string | null)[];
  /** The fall of all collateral at once, towards none: "-0.285714"; null where it is reached. */
  readonly move: string | null;
  /** Whole days until interest alone reaches it; null where it does not within 100 years. */
  readonly days: number | null;
}

export interface CustodialRisk {
  /** Rounded up to 6 decimals; null without collateral. */
  readonly ltv: string | null;
  readonly level: Exclude<Level, 'unknown'>;
  /** The tier that is reached. */
  readonly standing: keyof Tiers | null;
  readonly tiers: readonly TierReach[];
}

/** A lender's usual terms as a starting point: they differ by asset and customer, and change. */
export interface LenderPreset {
  readonly name: string;
  readonly tiers: Tiers;
  /** Where the terms stand, and for when they are known to hold: lenders do not always date their pages. */
  readonly sources: readonly {
    readonly url: string;
    readonly says: 'nexoTerms' | 'nexoBitcoin' | 'lednTerms' | 'lednStart' | 'lednLiquidation';
    readonly date: string | null;
  }[];
}

/** A loan with dates and without collateral that a price could touch. Dates are days in UTC: "2026-12-01". */
export interface TermLoan {
  readonly name: string;
  readonly principal: string;
  readonly currency: string;
  /** A share a year. */
  readonly yearlyRate: string;
  readonly nextPayment: { readonly date: string; readonly amount: string } | null;
  readonly dueDate: string;
  readonly graceDays: number;
}

/** `days`: until it is due, left of the grace period, or since it was due. */
export interface Deadline {
  readonly what: 'payment' | 'principal';
  readonly date: string;
  readonly amount: string;
  readonly status: 'due' | 'in grace' | 'overdue';
  readonly days: number;
}

/** What was typed of a loan at a lender that keeps the collateral. The loan and prices by hand hold for the day `asOf`. */
export interface KeptCustodial extends Omit<CustodialLoan, 'collateral'> {
  readonly kind: 'custodial';
  readonly id: string;
  readonly asOf: string;
  /** Those that follow the chain have no use for their price. */
  readonly collateral: readonly (CustodialLoan['collateral'][number] & { readonly follows: boolean })[];
}

export interface KeptTerm extends TermLoan {
  readonly kind: 'term';
  readonly id: string;
}

export type KeptLoan = KeptCustodial | KeptTerm;

export type LoanField =
  | 'name'
  | 'currency'
  | 'yearlyRate'
  | 'loan'
  | 'asOf'
  | keyof Tiers
  | 'principal'
  | 'paymentDate'
  | 'paymentAmount'
  | 'dueDate'
  | 'graceDays';

/** The form of a loan as it stands, however unfinished; shares in percent. */
export interface LoanDraft {
  /** Null for a loan that is new. */
  readonly id: string | null;
  readonly kind: KeptLoan['kind'];
  readonly fields: Readonly<Record<LoanField, string>>;
  readonly collateral: readonly {
    readonly symbol: string;
    readonly amount: string;
    readonly price: string;
    readonly follows: boolean;
  }[];
}

/** The loans that are kept, and what was found among them that is none: it is shown, and deleted by the user only. */
export interface KeptLoans {
  readonly loans: readonly KeptLoan[];
  readonly setAside: readonly unknown[];
}
