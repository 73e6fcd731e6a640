import type { PositionCard } from '../../model/card';
import { formatAmount, formatFall, formatHealthFactor, formatPrice, formatValue } from '../../view/format';
import { levelWords } from '../../view/words';

/** What a position looks like, for someone who has none yet: 10 ETH against 10,000 USDC. Always shown as an example. */
export function examplePosition(): PositionCard {
  const dollars = (value: string) => formatValue(value, 'floor', 'USD');
  const buffer = formatFall('0.375');
  return {
    key: 'example',
    title: 'Aave v3 Core · Ethereum',
    level: 'watch',
    word: levelWords('watch'),
    healthFactor: formatHealthFactor('1.6'),
    buffer,
    trigger: `ETH ${formatPrice('1250', 0, 'ceil', 'USD')}`,
    sentence: '',
    reason: null,
    figures: [
      { term: 'buffer', value: buffer, detail: dollars('6000') },
      { term: 'collateral', value: dollars('20000'), detail: `${formatAmount('10', 0)} ETH` },
      { term: 'debt', value: dollars('10000'), detail: `${formatAmount('10000', 0)} USDC` },
    ],
    utilization: null,
    scale: { buffer: 0.375, limits: [0.4, 0.2, 0.1] },
    triggers: [],
    notes: [],
  };
}
