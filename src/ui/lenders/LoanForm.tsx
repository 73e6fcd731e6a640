import type { TargetedSubmitEvent } from 'preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { KeptLoan, LoanDraft } from '../../model/lender';
import type { Prices } from '../../risk/factors';
import { parseDraft } from '../../risk/loanDraft';
import { typedWords } from '../../view/typedWords';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import { CollateralFields } from './CollateralFields';
import { DraftFields } from './DraftFields';
import { Presets } from './Presets';
import type { Part } from './part';

interface Props {
  readonly draft: LoanDraft;
  readonly prices: Prices;
  readonly now: number;
  change(to: LoanDraft): void;
  save(loan: KeptLoan): Promise<void>;
  /** It is saved, or given up. */
  close(): void;
}

const kinds = ['custodial', 'term'] as const;

/** A loan that is being entered; what is missing is only said once the user wants to save it. */
export function LoanForm({ draft, prices, now, change, save, close }: Props) {
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const action = useAction(
    save,
    useCallback(() => close(), [close]),
  );
  const parsed = parseDraft(draft, draft.id ?? crypto.randomUUID(), new Date(now).toISOString().slice(0, 10));
  const part: Part = {
    id,
    draft,
    prices,
    now,
    change,
    errors: parsed.ok ? {} : shown(inWords(parsed.errors), draft, tried),
  };

  useEffect(() => form.current?.querySelector<HTMLElement>('h2')?.focus(), []);
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('.field:has(p:not(:empty)) input')?.focus();
  }, [tried]);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(!parsed.ok);
    if (parsed.ok) action.run(parsed.loan);
  }

  return (
    <form class="sheet form" ref={form} onSubmit={submit} noValidate>
      <h2 tabIndex={-1}>{draft.id === null ? t('lenders.add') : t('lenders.change')}</h2>
      <fieldset class="kinds">
        <legend>{t('loanKind.question')}</legend>
        {kinds.map((kind) => (
          <label key={kind} class="check">
            <input
              type="radio"
              name={`${id}-kind`}
              checked={draft.kind === kind}
              onChange={() => change({ ...draft, kind })}
            />
            <span>
              {t(`loanKind.name.${kind}`)}
              <small>{t(`loanKind.examples.${kind}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.kind === 'custodial' ? (
        <>
          <Presets {...part} />
          <DraftFields of={['name', 'loan', 'currency', 'yearlyRate', 'asOf']} part={part} />
          <p class="hint">{t('lenders.asOf')}</p>
          <CollateralFields {...part} />
          <h3>{t('lenders.tiers')}</h3>
          <DraftFields of={['start', 'marginCall', 'liquidation']} part={part} />
        </>
      ) : (
        <DraftFields
          of={[
            ...(['name', 'principal', 'currency', 'yearlyRate'] as const),
            ...(['paymentDate', 'paymentAmount', 'dueDate', 'graceDays'] as const),
          ]}
          part={part}
        />
      )}
      <div class="line actions">
        <button type="button" class="quiet" onClick={close}>
          {t('lenders.cancel')}
        </button>
        <button type="submit" class="loud" aria-disabled={action.busy}>
          {action.busy ? t('lenders.saving') : t('lenders.save')}
        </button>
      </div>
      <p class="hint" role="status">
        {tried && !parsed.ok && t('lenders.notSaved')}
      </p>
      <Failure of={action} what={t('failure.save')} />
    </form>
  );
}

const inWords = (errors: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(errors).map(([key, code]) => [key, typedWords(code)]));

/** All of them, or those of fields with something in them. */
function shown(errors: Readonly<Record<string, string>>, draft: LoanDraft, all: boolean) {
  if (all) return errors;
  const typed = (key: string): string => {
    const [field = '', row, part = ''] = key.split('.');
    const from: object = (row === undefined ? draft.fields : draft.collateral[Number(row)]) ?? {};
    return String(Reflect.get(from, part || field) ?? '');
  };
  return Object.fromEntries(Object.entries(errors).filter(([key]) => typed(key).trim() !== ''));
}
