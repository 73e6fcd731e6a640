import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { KeptLoan } from '../../model/lender';
import { dollarPrices } from '../../risk/factors';
import { draftOf, newDraft } from '../../risk/loanDraft';
import { lenderEntries } from '../../view/formGlossary';
import { loanCards } from '../../view/loanCard';
import type { FormProps } from '../forms/forms';
import { Meanings } from '../forms/Meanings';
import { useKept } from '../forms/useKept';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import { LoanForm } from './LoanForm';
import { LoanSheet } from './LoanSheet';
import { SetAside } from './SetAside';

/** Loans that no contract tells of: custodial lenders and term loans, entered by hand. */
export function LendersScreen({ forms, keep, readings, now, levels }: FormProps) {
  const { loans, setAside, draft: stored } = forms;
  const draft = useKept(stored, keep.draft);
  const [deleted, setDeleted] = useState<KeptLoan | null>(null);
  const head = useRef<HTMLElement>(null);
  const prices = dollarPrices(readings);
  const removal = useAction(
    useCallback(
      async (loan: KeptLoan) => {
        await keep.remove(loan.id);
        setDeleted(loan);
      },
      [keep],
    ),
  );
  const undo = useAction(
    keep.save,
    useCallback(() => setDeleted(null), []),
  );
  const open = draft.value !== null;
  useEffect(() => {
    if (deleted !== null) head.current?.querySelector<HTMLElement>('[data-part="undo"]')?.focus();
  }, [deleted]);

  function close() {
    draft.change(null);
    requestAnimationFrame(() => head.current?.querySelector('button')?.focus());
  }

  return (
    <>
      <section class="sheet lenders" ref={head}>
        <header class="title">
          <h2>{t('nav.lenders')}</h2>
          {!open && (
            <button
              type="button"
              class="loud"
              onClick={() => draft.change(newDraft(new Date(now).toISOString().slice(0, 10)))}
            >
              {t('lenders.add')}
            </button>
          )}
        </header>
        <p class="hint">{t('lenders.hint')}</p>
        <Meanings entries={lenderEntries()} />
        <p role="status" class="line undo">
          {deleted !== null && (
            <>
              <span>{t('lenders.deleted', { name: deleted.name })}</span>
              <button type="button" class="quiet" data-part="undo" onClick={() => undo.run(deleted)}>
                {t('lenders.undo')}
              </button>
            </>
          )}
        </p>
        <Failure of={removal} what={t('failure.delete')} />
        <Failure of={undo} what={t('failure.undo')} />
        <Failure of={draft} what={t('failure.keep')} />
      </section>
      {draft.value !== null && (
        <LoanForm
          draft={draft.value}
          prices={prices}
          now={now}
          change={draft.change}
          save={keep.save}
          close={close}
        />
      )}
      {loanCards(loans, prices, now, levels).map(({ loan, card }) => (
        <LoanSheet
          key={card.id}
          card={card}
          edit={open ? undefined : () => draft.change(draftOf(loan))}
          remove={() => removal.run(loan)}
        />
      ))}
      <SetAside found={setAside} clear={keep.clear} />
    </>
  );
}
