import type { Card, PositionCard, Trigger } from '../../src/model/card';

/** Made by hand, to be looked at: no chain said any of this. */
export const account = '0x7A3fC0ffee5a1bD2E4f6A8c0D2e4F6a8C0d291C2';

/** Seconds since 1970; the previews' clock stands 12 seconds later. */
export const minedAt = 1_795_000_000;
const freshness = { block: '24512345', timestamp: minedAt, rpc: 'ethereum-rpc.publicnode.com' };

const eth: Trigger = {
  asset: 'ETH',
  price: '$1,870.12345678',
  short: '$1,871',
  now: '$3,020.00',
  direction: 'below',
  reason: null,
  amount: '10 ETH supplied',
  side: 'collateral',
  labels: [],
  source: 'ETH / USD, updated 12 min ago. Feed 0x5424384B256154046E9667dDFaaa5e550145215e',
};
const btc: Trigger = {
  ...eth,
  asset: 'WBTC',
  price: '$11,204.00817233',
  short: '$11,205',
  now: '$61,480.00',
  amount: '0.12 WBTC supplied',
  labels: ['old price: not updated for 31 h'],
  source: 'WBTC / BTC / USD, updated 1 d ago. Feed 0xDaa4B74C6bAc4e25188e64ebc68DB5050b690cAc',
};
const usdc: Trigger = {
  asset: 'USDC',
  price: null,
  short: null,
  now: '$1.00',
  direction: 'none',
  reason: 'None: USDC is supplied but does not count as collateral.',
  amount: '400 USDC supplied',
  side: 'collateral',
  labels: ['paused: nothing can be done with it, and it cannot be liquidated while that lasts'],
  source:
    'Capped USDC / USD, updated 3 h ago, cap not reached. Feed 0x3f73F03aa83B2A48ed27E964eD0fDb590332095B',
};
const debtEth: Trigger = {
  ...eth,
  price: '$4,410.99120000',
  short: '$4,410',
  direction: 'above',
  amount: '3.2 ETH borrowed',
  side: 'debt',
};

const watch: PositionCard = {
  key: '1:core:a',
  title: 'Aave v3 Core · Ethereum',
  level: 'watch',
  word: 'Watch',
  healthFactor: '1.62',
  buffer: '−38%',
  trigger: 'ETH $1,871',
  sentence: 'Watch. Health factor 1.62, buffer 38%, liquidated if ETH falls below $1,871.',
  reason: null,
  figures: [
    { term: 'healthFactor', value: '1.62', detail: null },
    { term: 'buffer', value: '−38%', detail: '$4,210' },
    { term: 'together', value: '−38%', detail: null },
    { term: 'collateral', value: '$37,577', detail: '3 assets' },
    { term: 'debt', value: '$18,640', detail: '18,640 USDC' },
    { term: 'borrowingPower', value: '$28,102', detail: '$9,462 free' },
    { term: 'utilization', value: '66%', detail: 'keep below 80%' },
  ],
  utilization: 0.66,
  scale: { buffer: 0.38, limits: [0.4, 0.2, 0.1] },
  triggers: [eth, btc, usdc],
  notes: [
    'Our figure and the contract’s own differ: take these as approximate, and look at the app’s own page.',
  ],
};

function at(
  level: Card['level'],
  word: string,
  hf: string,
  buffer: number,
  trigger: string,
  used: number,
): PositionCard {
  const text = `${buffer < 0 ? '+' : '−'}${Math.abs(Math.round(buffer * 100))}%`;
  return {
    ...watch,
    level,
    word,
    healthFactor: hf,
    buffer: text,
    trigger,
    sentence: `${word}. Health factor ${hf}, buffer ${text}, ${trigger}.`,
    figures: watch.figures.map((figure) => {
      if (figure.term === 'healthFactor') return { ...figure, value: hf };
      if (figure.term === 'buffer') return { ...figure, value: text };
      if (figure.term === 'utilization')
        return {
          ...figure,
          value: `${Math.round(used * 100)}%`,
          detail: 'keep below 80%',
        };
      return figure;
    }),
    utilization: used,
    scale: { buffer, limits: [0.4, 0.2, 0.1] },
    triggers: [{ ...eth, price: `${trigger.split(' ')[1] ?? ''}.12345678` }],
    notes: [],
  };
}

const safe = at('safe', 'Safe', '2.41', 0.58, 'ETH $1,254', 0.39);
const low = at('low', 'Low', '1.19', 0.16, 'ETH $2,532', 0.86);
const critical = at('critical', 'Critical', '1.043', 0.04, 'ETH $2,896', 0.98);
const liquidatable: PositionCard = {
  ...at('liquidatable', 'Liquidatable', '0.982', -0.02, 'ETH $3,074', 1.05),
  buffer: null,
  trigger: null,
  sentence: 'Liquidatable: health factor 0.982. Anyone may liquidate this position now.',
  notes: ['Anyone may liquidate up to half of this debt now. Repaying or adding collateral ends it.'],
  triggers: [{ ...eth, price: null, direction: 'none', reason: 'None: the position can be liquidated now.' }],
};
const short: PositionCard = {
  ...watch,
  key: '42161:core:short',
  title: 'Aave v3 · Arbitrum',
  healthFactor: '≈1.44',
  buffer: '−30%',
  trigger: 'ETH $4,410',
  triggers: [debtEth],
  notes: ['Our figure and the contract’s differ by 0.2%: the contract’s word counts.'],
  scale: { buffer: 0.305, limits: [0.4, 0.2, 0.1] },
};
const unreadable: PositionCard = {
  key: '8453:core:none',
  title: 'Aave v3 · Base',
  level: 'unknown',
  word: 'Unknown',
  healthFactor: '?',
  buffer: null,
  trigger: null,
  sentence: 'Unknown. The price oracle of this market does not answer.',
  reason: 'The price oracle of this market does not answer.',
  figures: [],
  utilization: null,
  triggers: [],
  notes: [],
};
const noDebt: PositionCard = {
  ...watch,
  key: '1:etherfi:nodebt',
  title: 'Aave v3 EtherFi · Ethereum',
  level: 'safe',
  word: 'Safe',
  healthFactor: 'no debt',
  buffer: null,
  trigger: null,
  sentence: 'No debt: nothing can be liquidated.',
  figures: [{ term: 'collateral', value: '$30,200', detail: '10 ETH' }],
  utilization: null,
  triggers: [],
  notes: [],
};

function card(positions: readonly PositionCard[], over: Partial<Card> = {}): Card {
  const worst = positions[0] ?? unreadable;
  const { level, word, healthFactor, buffer, trigger, sentence, reason } = worst;
  return {
    level,
    word,
    healthFactor,
    buffer,
    trigger,
    sentence,
    reason,
    account,
    positions,
    freshness,
    ...over,
  };
}

export const cards = {
  safe: card([safe]),
  watch: card([watch]),
  low: card([low]),
  critical: card([critical]),
  liquidatable: card([liquidatable]),
  unknown: card([unreadable], {
    positions: [],
    freshness: null,
    reason: 'None of the 2 RPCs answers.',
    sentence: 'Unknown. None of the 2 RPCs answers.',
  }),
  expired: card([watch], { freshness: { ...freshness, timestamp: minedAt - 700 } }),
  stale: card([watch], {
    freshness: { ...freshness, timestamp: minedAt - 480 },
    reason: 'No RPC answers: this is the last figure.',
  }),
  several: card([critical, short, noDebt]),
  partial: card([unreadable, short]),
  noDebt: card([noDebt]),
  nothing: card([], {
    level: 'safe',
    word: 'Safe',
    healthFactor: 'no debt',
    sentence: 'No position in any market that Plimsoll reads.',
    reason: null,
  }),
} satisfies Record<string, Card>;

export type CardName = keyof typeof cards;
