import type { KeptLoan, KeptLoans } from '../../src/model/lender';
import { draftIn, rowsIn, sortedOut } from '../../src/platform/forms';
import { calculatorItem, loanDraftItem, loansItem } from '../../src/platform/storage';
import type { FormHandlers, Forms } from '../../src/ui/forms/forms';

/** What the user has typed, as far as it is whole. */
export async function readForms(): Promise<Forms> {
  const [loans, calculator, draft] = await Promise.all([
    loansItem.getValue(),
    calculatorItem.getValue(),
    loanDraftItem.getValue(),
  ]);
  return { ...sortedOut(loans), calculator: rowsIn(calculator), draft: draftIn(draft) };
}

/** Read again before it is written: a popup and a tab may both be open. */
async function change(to: (kept: KeptLoans) => Partial<KeptLoans>): Promise<void> {
  const kept = sortedOut(await loansItem.getValue());
  await loansItem.setValue({ version: 1, ...kept, ...to(kept) });
}

function withLoan(loans: readonly KeptLoan[], loan: KeptLoan): KeptLoan[] {
  const known = loans.some(({ id }) => id === loan.id);
  return known ? loans.map((each) => (each.id === loan.id ? loan : each)) : [...loans, loan];
}

export const formHandlers: FormHandlers = {
  calculator: (rows) => calculatorItem.setValue(rows),
  draft: (draft) => loanDraftItem.setValue(draft),
  save: (loan) => change(({ loans }) => ({ loans: withLoan(loans, loan) })),
  remove: (id) => change(({ loans }) => ({ loans: loans.filter((each) => each.id !== id) })),
  clear: () => change(() => ({ setAside: [] })),
};
