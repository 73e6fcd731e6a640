import { t } from '../../i18n/t';
import type { LoanField } from '../../model/lender';
import { Field } from '../forms/Field';
import type { Part } from './part';

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
          name={t(`loanField.${field}`)}
          value={draft.fields[field]}
          change={(text) => change({ ...draft, fields: { ...draft.fields, [field]: text } })}
          error={errors[field]}
          type={typeOf(field)}
        />
      ))}
    </div>
  );
}
