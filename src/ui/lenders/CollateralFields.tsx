import { t } from '../../i18n/t';
import type { LoanDraft } from '../../model/lender';
import { isDollar, priceOf } from '../../risk/factors';
import { emptyCollateral } from '../../risk/loanDraft';
import { ageText } from '../../view/age';
import { formatCurrentPrice } from '../../view/format';
import { Field } from '../forms/Field';
import { focusAdded } from '../forms/focusAdded';
import type { Part } from './part';

/** What the lender holds: a price by hand, or one that follows a watched position. */
export function CollateralFields(part: Part) {
  const { draft, change, id } = part;
  const { collateral } = draft;
  return (
    <>
      {collateral.map((row, index) => (
        <Row
          // Rows have no name of their own, and every field shows what its row says.
          key={`collateral-${index + 1}`}
          part={part}
          row={row}
          at={index}
          set={(to) =>
            change({
              ...draft,
              collateral: collateral.flatMap((each, at) => (at === index ? (to ?? []) : each)),
            })
          }
        />
      ))}
      <button
        type="button"
        class="quiet"
        id={`${id}-add`}
        onClick={({ currentTarget }) => {
          change({ ...draft, collateral: [...collateral, emptyCollateral] });
          focusAdded(currentTarget);
        }}
      >
        {t('calculator.add.collateral')}
      </button>
    </>
  );
}

type Collateral = LoanDraft['collateral'][number];

interface RowProps {
  readonly part: Part;
  readonly row: Collateral;
  readonly at: number;
  set(to: Collateral | null): void;
}

function Row({ part, row, at, set }: RowProps) {
  const { draft, id, errors, prices, now } = part;
  const name = `collateral.${at}`;
  const found = isDollar(draft.fields.currency) ? priceOf(row.symbol, prices) : undefined;
  return (
    <fieldset class="holding">
      <legend>{t('calculator.row.collateral', { nth: at + 1 })}</legend>
      <div class="fields">
        {(['symbol', 'amount', ...(row.follows ? [] : (['price'] as const))] as const).map((field) => (
          <Field
            key={field}
            id={`${id}-${at}-${field}`}
            name={
              field === 'price' ? t('field.in.price', { unit: draft.fields.currency }) : t(`field.${field}`)
            }
            value={row[field]}
            change={(text) => set({ ...row, [field]: text })}
            error={errors[`${name}.${field}`]}
            type={field === 'symbol' ? 'text' : 'number'}
          />
        ))}
      </div>
      <div class="line tools">
        {(found !== undefined || row.follows) && (
          <label class="check">
            <input
              type="checkbox"
              checked={row.follows}
              onChange={({ currentTarget }) => set({ ...row, follows: currentTarget.checked })}
            />
            <span>
              {t('lenders.follow')}
              <small>
                {found
                  ? t('lenders.followed', {
                      price: formatCurrentPrice(found.price, 0, 'USD'),
                      title: found.title,
                      age: ageText(found.timestamp, now),
                    })
                  : t('lenders.followsNone')}
              </small>
            </span>
          </label>
        )}
        <button
          type="button"
          class="plain"
          aria-label={t('calculator.remove.collateral', { nth: at + 1 })}
          onClick={() => {
            set(null);
            document.getElementById(`${id}-add`)?.focus();
          }}
        >
          {t('calculator.removal')}
        </button>
      </div>
    </fieldset>
  );
}
