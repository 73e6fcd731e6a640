import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Standing } from '../../view/changes';
import { formatMove } from '../../view/format';
import { canMove, movedTo } from '../../view/whatIf';
import type { Drafting } from './drafting';

/** Steps of a common move are millionths; the slider's are whole percents. */
const PERCENT = 10_000;

/** All volatile prices at once; nothing where all of them are dollars. */
export function CommonMove({ position, draft, set, then }: Drafting & { then: Standing }) {
  const id = useId();
  const { steps } = draft;
  if (!canMove(position)) return null;
  const text = steps === 0 ? t('move.none') : formatMove(`${steps / 1e6}`);
  return (
    <>
      <label for={id} class="reads">
        <span>{t('whatIf.common')}</span>
        <bdi>{text}</bdi>
      </label>
      <input
        id={id}
        type="range"
        min="-60"
        max="50"
        step="1"
        value={steps / PERCENT}
        aria-valuetext={t('stress.reading', {
          move: text,
          healthFactor: then.healthFactor,
          level: then.word,
        })}
        onInput={({ currentTarget }) => set(movedTo(position, draft, Number(currentTarget.value) * PERCENT))}
      />
    </>
  );
}
