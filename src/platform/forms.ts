import * as v from 'valibot';
import type { CalculatorRow } from '../model/calculator';
import type { KeptCustodial, KeptLoan, KeptLoans, KeptTerm, LoanDraft } from '../model/lender';
import type { Schema } from './schemas';

const text = v.string();
const day = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\d$/));
const number = v.pipe(text, v.regex(/^\d{1,30}(\.\d{1,30})?$/));
const flag = v.boolean();

/** What both kinds of loan have. */
const common = { id: text, name: text, currency: text, yearlyRate: number };

const custodialSchema: Schema<KeptCustodial> = v.object({
  ...common,
  kind: v.picklist(['custodial']),
  loan: number,
  asOf: day,
  tiers: v.object({ start: number, marginCall: number, liquidation: number }),
  collateral: v.array(v.object({ symbol: text, amount: number, price: number, follows: flag })),
});

const termSchema: Schema<KeptTerm> = v.object({
  ...common,
  kind: v.picklist(['term']),
  principal: number,
  nextPayment: v.nullable(v.object({ date: day, amount: number })),
  dueDate: day,
  graceDays: v.pipe(
    v.number(),
    v.check((days) => Number.isInteger(days) && days >= 0),
  ),
});

/** What has this form, or null. */
const whole =
  <T>(schema: Schema<T>) =>
  (stored: unknown): T | null => {
    const result = v.safeParse(schema, stored);
    return result.success ? result.output : null;
  };

const custodialIn = whole(custodialSchema);
const termIn = whole(termSchema);
const loanIn = (stored: unknown): KeptLoan | null => custodialIn(stored) ?? termIn(stored);

const keptSchema = v.object({
  version: v.picklist([1]),
  loans: v.array(v.unknown()),
  setAside: v.array(v.unknown()),
});

/** Whatever is in storage as the loans that are whole and the rest, none of which is lost. */
export function sortedOut(stored: unknown): KeptLoans {
  if (stored === null) return { loans: [], setAside: [] };
  const kept = v.safeParse(keptSchema, stored);
  if (!kept.success) return { loans: [], setAside: [stored] };
  const whole = kept.output.loans.map(loanIn);
  return {
    loans: whole.filter((loan) => loan !== null),
    setAside: [...kept.output.setAside, ...kept.output.loans.filter((_, index) => whole[index] === null)],
  };
}

const maybe = v.exactOptional(text);

const rowsSchema = v.array(
  v.object({
    side: v.picklist(['collateral', 'debt']),
    symbol: text,
    ...{ value: maybe, amount: maybe, price: maybe, factor: maybe, threshold: maybe },
  }),
);

const draftSchema = v.object({
  id: v.nullable(text),
  kind: v.picklist(['custodial', 'term']),
  fields: v.object({
    ...{ name: text, currency: text, yearlyRate: text, loan: text, asOf: text },
    ...{ start: text, marginCall: text, liquidation: text, principal: text },
    ...{ paymentDate: text, paymentAmount: text, dueDate: text, graceDays: text },
  }),
  collateral: v.array(v.object({ symbol: text, amount: text, price: text, follows: flag })),
});

/** Unfinished forms, or null where what is kept is none of ours: nothing was saved yet that could be lost. */
export const rowsIn = whole<CalculatorRow[]>(rowsSchema);
export const draftIn = whole<LoanDraft>(draftSchema);
