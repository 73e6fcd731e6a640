import type { PositionCard } from '../../model/card';

/** What a position looks like, for someone who has none yet: 10 ETH against 10,000 USDC. Always shown as an example. */
export const example: PositionCard = {
  key: 'example',
  title: 'Aave v3 Core · Ethereum',
  level: 'watch',
  word: 'Watch',
  healthFactor: '1.60',
  buffer: '−37%',
  trigger: 'ETH $1,250',
  sentence: 'Health factor 1.60, buffer 37%, liquidated if ETH falls below $1,250.',
  reason: null,
  figures: [
    { term: 'buffer', value: '−37%', detail: '$6,000' },
    { term: 'collateral', value: '$20,000', detail: '10 ETH' },
    { term: 'debt', value: '$10,000', detail: '10,000 USDC' },
  ],
  utilization: null,
  scale: { buffer: 0.375, limits: [0.4, 0.2, 0.1] },
  triggers: [],
  notes: [],
};
