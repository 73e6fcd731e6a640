import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { AlertChoices } from '../../model/settings';
import { noPercentage } from '../../view/limitFields';
import { percentOf, shareOf } from '../../view/percent';
import { Field } from '../forms/Field';
import { useKept } from '../forms/useKept';
import { Failure } from '../popup/Failure';
import { Switch } from './Switch';

type Value = AlertChoices['fastDrop'];

const usual = { share: '0.25', minutes: 30 };

/** A day; what falls slower is told by the levels. */
const LONGEST = 1440;

interface Props {
  readonly value: Value;
  set(to: Value): Promise<void>;
}

/** Whether, and how fast, a buffer has to shrink to be told of before a level is crossed. */
export function FastDrop({ value, set }: Props) {
  return (
    <div>
      <Switch
        name={t('options.fastDrop.name')}
        meaning={t('options.fastDrop.hint')}
        on={value !== null}
        set={(on) => set(on ? usual : null)}
      />
      {value !== null && <Speed value={value} set={set} />}
    </div>
  );
}

function Speed({ value, set }: { value: NonNullable<Value>; set: Props['set'] }) {
  const id = useId();
  const kept = useKept({ share: percentOf(value.share), minutes: String(value.minutes) }, async (texts) => {
    const [share, minutes] = [shareOf(texts.share), minutesIn(texts.minutes)];
    if (share !== null && share !== '0' && minutes !== null) await set({ share, minutes });
  });
  const share = shareOf(kept.value.share);
  return (
    <>
      <div class="fields inset">
        <Field
          id={`${id}-share`}
          name={t('options.fastDrop.share')}
          type="number"
          value={kept.value.share}
          change={(to) => kept.change({ ...kept.value, share: to })}
          error={share === null || share === '0' ? noPercentage() : undefined}
        />
        <Field
          id={`${id}-minutes`}
          name={t('options.fastDrop.minutes')}
          type="number"
          value={kept.value.minutes}
          change={(to) => kept.change({ ...kept.value, minutes: to })}
          error={minutesIn(kept.value.minutes) === null ? t('options.fastDrop.noMinutes') : undefined}
        />
      </div>
      <Failure of={kept} what={t('options.failed')} />
    </>
  );
}

function minutesIn(text: string): number | null {
  const minutes = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return minutes >= 1 && minutes <= LONGEST ? minutes : null;
}
