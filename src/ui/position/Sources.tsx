import { t } from '../../i18n/t';
import { assetSources, verdicts } from '../../view/sources';
import type { ReadPosition } from '../popup/book';

/** What every figure is made of: amounts, prices and factors, who said them, and the contract's own verdict. */
export function Sources({ read, now }: { read: ReadPosition; now: number }) {
  const { position, block, rpc, oracles } = read;
  const { contract, ours, agreement } = verdicts(position);
  return (
    <section class="sheet">
      <h2>{t('source.heading')}</h2>
      <ul class="sources">
        {assetSources(position, { oracles, now }).map(({ title, price, factors, feed, labels }, place) => (
          <li key={`${title}${place}`}>
            <div class="row">
              <bdi>{title}</bdi>
              <bdi>{price}</bdi>
            </div>
            {[...(factors === null ? [] : [factors]), ...labels, feed].map((words) => (
              <small key={words}>{words}</small>
            ))}
          </li>
        ))}
      </ul>
      <dl class="facts">
        <dt>{t('source.contract')}</dt>
        <dd>{contract}</dd>
        <dt>{t('source.ours')}</dt>
        <dd>{ours}</dd>
        <dt>{t('source.block')}</dt>
        <dd>{block.number}</dd>
        <dt>{t('source.rpc')}</dt>
        <dd>
          <bdi>{rpc}</bdi>
        </dd>
      </dl>
      <p class={position.agrees ? 'hint' : 'reason'}>{agreement}</p>
    </section>
  );
}
