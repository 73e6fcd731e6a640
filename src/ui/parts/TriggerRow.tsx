import type { Trigger } from '../../model/card';

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
          <p>
            Price from <bdi>{source}</bdi>
          </p>
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
          {price !== null && <small>{direction}</small>}{' '}
          <bdi data-part="trigger-price" data-asset={asset} class={price === null ? 'none' : 'exact'}>
            {price ?? reason}
          </bdi>
        </span>
        {price !== null && <small>now {now}</small>}
      </span>
    </>
  );
}
