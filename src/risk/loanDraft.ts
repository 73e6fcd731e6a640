import type { KeptCustodial, KeptLoan, KeptTerm, LoanDraft, LoanField } from '../model/lender';
import { parseNumber } from './calculatorRow';
import { custodialRisk } from './custodial';
import { Exact } from './value';

export type ParsedDraft =
  | { readonly ok: true; readonly loan: KeptLoan }
  /** What is wrong, in the user's words, by field: "loan", "collateral.0.amount". */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const AMOUNT_DECIMALS = 18;
const PRICE_DECIMALS = 8;
const PERCENT_DECIMALS = 4;

const EMPTY: LoanDraft['fields'] = {
  ...{
    name: '',
    currency: 'USD',
    yearlyRate: '',
    loan: '',
    asOf: '',
    start: '',
    marginCall: '',
    liquidation: '',
  },
  ...{ principal: '', paymentDate: '', paymentAmount: '', dueDate: '', graceDays: '0' },
};

export const emptyCollateral = { symbol: '', amount: '', price: '', follows: false };

/** The form of a loan that is new. */
export const newDraft = (today: string): LoanDraft => ({
  id: null,
  kind: 'custodial',
  fields: { ...EMPTY, asOf: today },
  collateral: [emptyCollateral],
});

const percent = (share: string): string => new Exact(share).mul(100).toFixed();

/** A loan that is kept, back in its form. */
export function draftOf(loan: KeptLoan): LoanDraft {
  const { id, kind, name, currency } = loan;
  const head = { ...EMPTY, name, currency, yearlyRate: percent(loan.yearlyRate) };
  if (loan.kind === 'custodial') {
    const { start, marginCall, liquidation } = loan.tiers;
    const tiers = {
      start: percent(start),
      marginCall: percent(marginCall),
      liquidation: percent(liquidation),
    };
    const fields = { ...head, ...tiers, loan: loan.loan, asOf: loan.asOf };
    return { id, kind, fields, collateral: loan.collateral };
  }
  const { principal, dueDate, graceDays, nextPayment } = loan;
  const payment = { paymentDate: nextPayment?.date ?? '', paymentAmount: nextPayment?.amount ?? '' };
  return {
    id,
    kind,
    fields: { ...head, ...payment, principal, dueDate, graceDays: `${graceDays}` },
    collateral: [emptyCollateral],
  };
}

/** The form as a loan to keep; `today` in UTC: "2026-11-21". */
export function parseDraft(draft: LoanDraft, id: string, today: string): ParsedDraft {
  const read = readerOf(draft);
  const loan = draft.kind === 'custodial' ? custodial(draft, id, today, read) : term(draft, id, read);
  const { errors } = read;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, loan };
}

/** Reads field by field, and remembers what is wrong with each. */
function readerOf({ fields }: LoanDraft) {
  const errors: Record<string, string> = {};
  const number = (key: string, text: string, decimals: number) => {
    const found = parseNumber(text, decimals);
    if ('message' in found) errors[key] = found.message;
    return new Exact('integer' in found ? found.integer : 0).div(new Exact(10).pow(decimals));
  };
  return {
    errors,
    number: (key: string, text: string, decimals: number): string => number(key, text, decimals).toFixed(),
    amount: (field: LoanField): string => number(field, fields[field], AMOUNT_DECIMALS).toFixed(),
    share: (field: LoanField): string => number(field, fields[field], PERCENT_DECIMALS).div(100).toFixed(),
    word(key: string, text: string, missing: string): string {
      if (text.trim() === '') errors[key] = missing;
      return text.trim();
    },
    day(field: LoanField): string {
      const time = Date.parse(`${fields[field]}T00:00:00Z`);
      if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(fields[field]))
        errors[field] = 'Choose a day.';
      return fields[field];
    },
  };
}

type Reader = ReturnType<typeof readerOf>;

const headOf = (id: string, { fields }: LoanDraft, read: Reader) => ({
  id,
  name: read.word('name', fields.name, 'Name the lender.'),
  currency: read.word('currency', fields.currency, 'Name the currency.'),
  yearlyRate: read.share('yearlyRate'),
});

function custodial(draft: LoanDraft, id: string, today: string, read: Reader): KeptCustodial {
  const { errors } = read;
  const loan: KeptCustodial = {
    kind: 'custodial',
    ...headOf(id, draft, read),
    loan: read.amount('loan'),
    asOf: read.day('asOf'),
    tiers: {
      start: read.share('start'),
      marginCall: read.share('marginCall'),
      liquidation: read.share('liquidation'),
    },
    collateral: draft.collateral.map(({ symbol, amount, price, follows }, row) => {
      const key = `collateral.${row}`;
      return {
        symbol: read.word(`${key}.symbol`, symbol, 'Name the asset.'),
        amount: read.number(`${key}.amount`, amount, AMOUNT_DECIMALS),
        price: follows ? '0' : read.number(`${key}.price`, price, PRICE_DECIMALS),
        follows,
      };
    }),
  };
  if (loan.asOf > today) errors.asOf ??= 'Not after today.';
  if (!errors.start && !errors.marginCall && !errors.liquidation) {
    try {
      custodialRisk({ ...loan, loan: '0', collateral: [] });
    } catch (error) {
      errors.start = error instanceof Error ? error.message : String(error);
    }
  }
  return loan;
}

function term(draft: LoanDraft, id: string, read: Reader): KeptTerm {
  const { paymentDate, paymentAmount, graceDays } = draft.fields;
  if (!/^\d{1,3}$/.test(graceDays)) read.errors.graceDays = 'A whole number of days, up to 999.';
  return {
    kind: 'term',
    ...headOf(id, draft, read),
    principal: read.amount('principal'),
    nextPayment:
      paymentDate === '' && paymentAmount === ''
        ? null
        : { date: read.day('paymentDate'), amount: read.amount('paymentAmount') },
    dueDate: read.day('dueDate'),
    graceDays: Number(graceDays),
  };
}
