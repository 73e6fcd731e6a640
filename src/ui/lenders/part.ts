import type { LoanDraft } from '../../model/lender';
import type { Prices } from '../../risk/factors';

/** What every part of the form of a loan is given. */
export interface Part {
  readonly id: string;
  readonly draft: LoanDraft;
  /** By field, as far as they are to be shown. */
  readonly errors: Readonly<Record<string, string>>;
  readonly prices: Prices;
  /** Milliseconds since 1970. */
  readonly now: number;
  change(to: LoanDraft): void;
}
