import type { LoanField } from '../../model/lender';
import { Field } from '../forms/Field';
import type { Part } from './part';

const names: Readonly<Record<LoanField, string>> = {
  name: 'Lender',
  currency: 'Currency',
  yearlyRate: 'Yearly rate, %',
  loan: 'You owe',
  asOf: 'As of',
  start: 'Start, %',
  marginCall: 'Margin call, %',
  liquidation: 'Liquidation, %',
  principal: 'Principal',
  paymentDate: 'Next payment on',
  paymentAmount: 'Next payment',
  dueDate: 'Principal due on',
  graceDays: 'Grace days',
};

const words: readonly LoanField[] = ['name', 'currency'];
const days: readonly LoanField[] = ['asOf', 'paymentDate', 'dueDate'];

const typeOf = (field: LoanField) =>
  days.includes(field) ? 'date' : words.includes(field) ? 'text' : 'number';

/** Fields of a loan side by side, as many as there is room for. */
export function DraftFields({
  of,
  part: { id, draft, errors, change },
}: {
  of: readonly LoanField[];
  part: Part;
}) {
  return (
    <div class="fields">
      {of.map((field) => (
        <Field
          key={field}
          id={`${id}-${field}`}
          name={names[field]}
          value={draft.fields[field]}
          change={(text) => change({ ...draft, fields: { ...draft.fields, [field]: text } })}
          error={errors[field]}
          type={typeOf(field)}
        />
      ))}
    </div>
  );
}
