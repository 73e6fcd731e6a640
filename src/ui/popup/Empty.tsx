import { t } from '../../i18n/t';
import { PositionBody } from '../parts/PositionBody';
import { examplePosition } from './example';
import { Lead, leading } from './Lead';
import { hashOf } from './route';

/** For someone with no wallet here yet: how to begin, what to expect, and an example that says it is one. */
export function Empty() {
  return (
    <section class="sheet welcome">
      <h2>{t('welcome.heading')}</h2>
      <p class="hint">{t('welcome.hint')}</p>
      <ul class="promises">
        <li>{t('welcome.reads')}</li>
        <li>{t('welcome.noKey')}</li>
        <li>{t('welcome.unknown')}</li>
      </ul>
    </section>
  );
}

export function Example() {
  const example = examplePosition();
  return (
    <section class="sheet example" data-level={example.level} aria-label={t('example.name')}>
      <header class="title">
        <span class="stamp">{t('example.stamp')}</span>
        <h2>{example.title}</h2>
      </header>
      <Lead position={example} />
      <PositionBody
        position={{ ...example, figures: example.figures.filter(({ term }) => !leading.includes(term)) }}
      />
      <p class="more">
        <a href={hashOf({ screen: 'calculator' })}>{t('example.calculator')}</a>
      </p>
    </section>
  );
}
