import { t } from '../../i18n/t';
import type { Action } from '../../model/action';
import type { Holding } from '../../model/position';
import { bufferText } from '../../view/buffers';
import { formatAmount } from '../../view/format';
import { type Entry, mostAt, type Side, slotOf } from '../../view/whatIf';
import { assetName } from '../../view/words';
import type { Drafting } from './drafting';
import { NumberField } from './NumberField';

type Given = Drafting & { readonly buffer: string };

const kinds: Readonly<Record<Side, readonly Action['kind'][]>> = {
  collateral: ['supply', 'withdraw'],
  debt: ['repay', 'borrow'],
};

/** With more assets than this the fields are a click away. */
const FEW = 4;

/** What is supplied, withdrawn, repaid or borrowed, in whole tokens. */
export function AmountFields(given: Given) {
  const { collateral, debt } = given.position;
  return (
    <details class="choice numbers" open={collateral.length + debt.length <= FEW}>
      <summary>
        <span class="name">{t('whatIf.amounts')}</span>
      </summary>
      {collateral.map((held, place) => (
        <AmountField key={slotOf('collateral', place)} side="collateral" place={place} of={held} {...given} />
      ))}
      {debt.map((owed, place) => (
        <AmountField key={slotOf('debt', place)} side="debt" place={place} of={owed} {...given} />
      ))}
    </details>
  );
}

interface Props extends Given {
  readonly side: Side;
  readonly place: number;
  readonly of: Holding;
}

function AmountField({ side, place, of, position, draft, says, set, buffer }: Props) {
  const slot = slotOf(side, place);
  const name = assetName(of.symbol);
  const entry: Entry = draft.entries[slot] ?? { kind: side === 'debt' ? 'repay' : 'supply', text: '' };
  const enter = (next: Partial<Entry>) =>
    set({ ...draft, entries: { ...draft.entries, [slot]: { ...entry, ...next } } });
  const taking = side === 'debt' ? 'borrow' : 'withdraw';
  return (
    <NumberField
      name={t(`trigger.amount.${side === 'debt' ? 'borrowed' : 'supplied'}`, { amount: name })}
      value={entry.text}
      placeholder="0"
      unit={name}
      hint={t('whatIf.now', { value: formatAmount(of.amount, of.decimals) })}
      says={says[slot]}
      input={(text) => enter({ text })}
      before={
        <select
          aria-label={t('whatIf.action', { asset: name })}
          value={entry.kind}
          onChange={({ currentTarget: { value } }) => {
            const chosen = kinds[side].find((kind) => kind === value) ?? entry.kind;
            enter({ kind: chosen });
          }}
        >
          {kinds[side].map((kind) => (
            <option key={kind} value={kind}>
              {t(`whatIf.verb.${kind}`)}
            </option>
          ))}
        </select>
      }
      after={
        <button
          type="button"
          class="quiet"
          onClick={() => enter({ kind: taking, text: mostAt(position, draft, { side, place }, buffer) })}
        >
          {t(`whatIf.most.${taking}`, { buffer: bufferText(buffer) })}
        </button>
      }
    />
  );
}
