import { t } from '../../i18n/t';
import type { Freshness as Reading } from '../../model/card';
import { ageText } from '../../view/age';

/** Where a figure comes from and how old it is. */
export function Freshness({ reading, now }: { reading: Reading; now: number }) {
  return (
    <p class="freshness">
      {t('freshness', { age: ageText(reading.timestamp, now), block: reading.block, rpc: reading.rpc })}
    </p>
  );
}
