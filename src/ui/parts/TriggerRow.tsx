import { t } from '../../i18n/t';
import type { Trigger } from '../../model/card';
import { wayOf } from '../../view/words';

/** What one asset's price has to do for the position to be liquidated, the others held; its feed is one tap away. */
export function TriggerRow({ trigger }: { trigger: Trigger }) {
  const { source, labels } = trigger;
  return (
    <li class="trigger">
      {source === null ? (
        <div class="row">
          <Row trigger={trigger} />
        </div>
      ) : (
        <details>
          <summary class="row">
            <Row trigger={trigger} />
          </summary>
          <p>{t('trigger.source', { source })}</p>
        </details>
      )}
      {labels.map((label) => (
        <small class="label" key={label}>
          {label}
        </small>
      ))}
    </li>
  );
}

function Row({ trigger }: { trigger: Trigger }) {
  const { asset, price, now, direction, reason, amount } = trigger;
  return (
    <>
      <span class="asset">
        <bdi class={trigger.source === null ? undefined : 'name'}>{asset}</bdi>
        <small>{amount}</small>
      </span>
      <span class="price">
        <span>
          {price !== null && <small>{t(`trigger.way.${wayOf({ direction })}`)}</small>}{' '}
          <bdi data-part="trigger-price" data-asset={asset} class={price === null ? 'none' : 'exact'}>
            {price ?? reason}
          </bdi>
        </span>
        {price !== null && <small>{t('trigger.now', { price: now })}</small>}
      </span>
    </>
  );
}
