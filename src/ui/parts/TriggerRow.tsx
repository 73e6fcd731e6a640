import type { Trigger } from '../../model/card';

/** What one asset's price has to do for the position to be liquidated, the others held. */
export function TriggerRow({ trigger }: { trigger: Trigger }) {
  const { asset, price, now, direction, reason, amount, labels } = trigger;
  return (
    <li class="trigger">
      <span class="asset">
        <bdi>{asset}</bdi>
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
      {labels.map((label) => (
        <small class="label" key={label}>
          {label}
        </small>
      ))}
    </li>
  );
}
