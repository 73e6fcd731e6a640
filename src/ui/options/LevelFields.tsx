import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Limits } from '../../model/settings';
import { type LimitTexts, limitNames, readLimits, textsOf } from '../../view/limitFields';
import { Field } from '../forms/Field';
import { useKept } from '../forms/useKept';
import { Failure } from '../popup/Failure';

interface Props {
  readonly legend: string;
  readonly hint: string;
  readonly limits: Limits;
  set(limits: Limits): Promise<void>;
}

/** Where Watch, Low and Critical begin. Only what is in order is kept; what is not is said beside it. */
export function LevelFields({ legend, hint, limits, set }: Props) {
  const id = useId();
  const kept = useKept<LimitTexts>(textsOf(limits), async (texts) => {
    const read = readLimits(texts);
    if ('limits' in read) await set(read.limits);
  });
  const read = readLimits(kept.value);
  const errors = 'errors' in read ? read.errors : {};
  return (
    <fieldset class="holding">
      <legend>{legend}</legend>
      <p class="hint">{hint}</p>
      <div class="fields">
        {limitNames.map((name) => (
          <Field
            key={name}
            id={`${id}-${name}`}
            name={t(`options.levels.${name}`)}
            type="number"
            value={kept.value[name]}
            change={(to) => kept.change({ ...kept.value, [name]: to })}
            error={errors[name]}
          />
        ))}
      </div>
      {'errors' in read && <p class="hint wrong">{t('options.levels.notSaved')}</p>}
      <Failure of={kept} what={t('options.failed')} />
    </fieldset>
  );
}
