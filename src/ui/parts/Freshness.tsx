import type { Freshness as Reading } from '../../model/card';
import { ageText } from '../../view/age';

/** Where a figure comes from and how old it is. */
export function Freshness({ reading, now }: { reading: Reading; now: number }) {
  return (
    <p class="freshness">
      Read {ageText(reading.timestamp, now)}, at block {reading.block}, from <bdi>{reading.rpc}</bdi>
    </p>
  );
}
