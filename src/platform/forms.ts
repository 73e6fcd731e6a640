import * as v from 'valibot';
import type { CalculatorRow } from '../model/calculator';
import type { KeptLoan, KeptLoans, LoanDraft } from '../model/lender';
import type { Schema } from './schemas';

const text = v.string();
const day = v.pipe(text, v.isoDate());
const number = v.pipe(text, v.regex(/^\d{1,30}(\.\d{1,30})?$/));

/** What both kinds of loan have. */
const common = { id: text, name: text, currency: text, yearlyRate: number };

const loanSchema: Schema<KeptLoan> = v.variant('kind', [
  v.object({
    ...common,
    kind: v.literal('custodial'),
    loan: number,
    asOf: day,
    tiers: v.object({ start: number, marginCall: number, liquidation: number }),
    collateral: v.array(v.object({ symbol: text, amount: number, price: number, follows: v.boolean() })),
  }),
  v.object({
    ...common,
    kind: v.literal('term'),
    principal: number,
    nextPayment: v.nullable(v.object({ date: day, amount: number })),
    dueDate: day,
    graceDays: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
]);

const keptSchema = v.object({
  version: v.literal(1),
  loans: v.array(v.unknown()),
  setAside: v.array(v.unknown()),
});

/** Whatever is in storage as the loans that are whole and the rest, none of which is lost. */
export function sortedOut(stored: unknown): KeptLoans {
  if (stored === null) return { loans: [], setAside: [] };
  const kept = v.safeParse(keptSchema, stored);
  if (!kept.success) return { loans: [], setAside: [stored] };
  const whole = kept.output.loans.map((loan) => v.safeParse(loanSchema, loan));
  return {
    loans: whole.flatMap((loan) => (loan.success ? [loan.output] : [])),
    setAside: [...kept.output.setAside, ...kept.output.loans.filter((_, index) => !whole[index]?.success)],
  };
}

const rowsSchema = v.array(
  v.object({
    side: v.picklist(['collateral', 'debt']),
    symbol: text,
    ...v.entriesFromList(['value', 'amount', 'price', 'factor', 'threshold'], v.exactOptional(text)),
  }),
);

const fields = [
  ...(['name', 'currency', 'yearlyRate', 'loan', 'asOf', 'start', 'marginCall', 'liquidation'] as const),
  ...(['principal', 'paymentDate', 'paymentAmount', 'dueDate', 'graceDays'] as const),
];

const draftSchema = v.object({
  id: v.nullable(text),
  kind: v.picklist(['custodial', 'term']),
  fields: v.object(v.entriesFromList(fields, text)),
  collateral: v.array(v.object({ symbol: text, amount: text, price: text, follows: v.boolean() })),
});

/** An unfinished form, or null where what is kept is none of ours: nothing was saved yet that could be lost. */
const whole =
  <T>(schema: Schema<T>) =>
  (stored: unknown): T | null => {
    const result = v.safeParse(schema, stored);
    return result.success ? result.output : null;
  };

export const rowsIn = whole<CalculatorRow[]>(rowsSchema);
export const draftIn = whole<LoanDraft>(draftSchema);
