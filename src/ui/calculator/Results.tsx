import { inPercent } from '../../i18n/numbers';
import { t } from '../../i18n/t';
import type { Calculation } from '../../model/calculator';
import { calculatorCard } from '../../view/calculatorWords';
import { Figure } from '../parts/Figure';
import { LevelWord } from '../parts/LevelWord';
import { Meter } from '../popup/Meter';

/** What the rows come to; nothing at all while one of them cannot be read, or there is none. */
export function Results({ of, isExample }: { of: Calculation | null; isExample: boolean }) {
  const card = of?.ok ? calculatorCard(of) : null;
  if (card === null)
    return (
      <section class="sheet" aria-label={t('result.name')}>
        <p class="hint">
          {of === null ? t('result.empty') : of.ok ? t('result.unknown') : t('result.wrong')}
        </p>
      </section>
    );
  const { level, word, healthFactor, figures, utilization, available, availableTo80 } = card;
  const power = figures.find(({ term }) => term === 'borrowingPower');
  const used = figures.find(({ term }) => term === 'utilization');
  return (
    <section
      class={isExample ? 'sheet result example' : 'sheet result'}
      data-level={level}
      aria-label={t('result.name')}
    >
      <div class="lead">
        <div class="told">
          {isExample && <span class="stamp">{t('result.stamp')}</span>}
          {power !== undefined && <Figure {...power} />}
        </div>
        <div class="told">
          <Figure term="healthFactor" value={healthFactor} detail={null} />
          <LevelWord level={level} word={word} />
        </div>
      </div>
      {used !== undefined && <Figure {...used} />}
      {utilization !== null && <Meter share={utilization} />}
      <dl class="pairs">
        <dt>{t('result.available')}</dt>
        <dd>
          <bdi>{available}</bdi>
        </dd>
        <dt>{t('result.below', { share: inPercent('80') })}</dt>
        <dd>
          <bdi>{availableTo80}</bdi>
        </dd>
      </dl>
      <div class="figures">
        {figures
          .filter((figure) => figure !== power && figure !== used)
          .map((figure) => (
            <Figure key={figure.term} {...figure} />
          ))}
      </div>
    </section>
  );
}
