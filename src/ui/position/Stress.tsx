import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Position } from '../../model/position';
import type { LevelChoices } from '../../model/settings';
import { groups } from '../../risk/groups';
import { stress } from '../../risk/stress';
import { groupSentences, stressWords } from '../../view/stressWords';
import { StressChart } from './StressChart';

interface Props {
  readonly position: Position;
  readonly levels: LevelChoices | undefined;
}

/** What a common move of prices does, and what groups that follow one price do. */
export function Stress({ position, levels }: Props) {
  const { words, sentences } = useMemo(() => {
    const about = position.agrees ? '' : '≈';
    return {
      words: stressWords(stress(position, levels), about),
      sentences: position.debt.length === 0 ? [] : groupSentences(groups(position), position.unit, about),
    };
  }, [position, levels]);
  return (
    <section class="sheet">
      <h2>{t('stress.heading')}</h2>
      <p class="hint">{words.sentence}</p>
      {words.rows.length > 0 && <StressChart rows={words.rows} flip={words.flip} />}
      {sentences.length > 0 && (
        <>
          <h3>{t('stress.groups')}</h3>
          <ul class="groups">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
