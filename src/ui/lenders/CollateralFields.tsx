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
        Add collateral
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
      <legend>Collateral {at + 1}</legend>
      <div class="fields">
        {(['symbol', 'amount', ...(row.follows ? [] : (['price'] as const))] as const).map((field) => (
          <Field
            key={field}
            id={`${id}-${at}-${field}`}
            name={{ symbol: 'Asset', amount: 'Amount', price: `Price, ${draft.fields.currency}` }[field]}
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
              Use the on-chain price
              <small>
                {found
                  ? `${formatCurrentPrice(found.price, 0, 'USD')}, ${found.title}, ${ageText(found.timestamp, now)}`
                  : 'No watched position has one in this currency now.'}
              </small>
            </span>
          </label>
        )}
        <button
          type="button"
          class="plain"
          aria-label={`Remove collateral ${at + 1}`}
          onClick={() => {
            set(null);
            document.getElementById(`${id}-add`)?.focus();
          }}
        >
          Remove
        </button>
      </div>
    </fieldset>
  );
}
