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
      <section class="sheet" aria-label="Result">
        <p class="hint">
          {of === null
            ? 'Enter what you have and what you owe, and the figures are here.'
            : of.ok
              ? 'These figures cannot be told.'
              : 'Put right what is marked, and the figures are here.'}
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
      aria-label="Result"
    >
      <div class="lead">
        <div class="told">
          {isExample && <span class="stamp">Of the example</span>}
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
        <dt>Can still be borrowed</dt>
        <dd>{available}</dd>
        <dt>and stay below 80%</dt>
        <dd>{availableTo80}</dd>
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
