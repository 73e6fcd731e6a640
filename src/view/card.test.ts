import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { Position } from '../model/position';
import type { Figures, Snapshot } from '../model/snapshot';
import type { AaveV3Position } from '../protocols/aaveV3/rules.position';
import { cardOf, worstFirst } from './card';

const NOW = 1_800_000_000_000;
const account = '0x00000000000000000000000000000000000000aa';
const chainName = () => 'Ethereum';
const context = { now: NOW, chainName };

const tenEther = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const owed = (dollars: bigint) => ({
  symbol: 'USDC',
  decimals: 6,
  amount: dollars * 10n ** 6n,
  price: DOLLAR,
});
const loan = (dollars: bigint, more: Partial<AaveV3Position> = {}) =>
  position([tenEther], [owed(dollars)], more);

function snapshot(
  positions: readonly Position[],
  more: Partial<Figures> = {},
  failure: Snapshot['failure'] = null,
) {
  const block = { number: '123', timestamp: NOW / 1000 - 20 };
  const figures = { account, chainId: 1, block, rpc: 'rpc.example', positions, errors: [], ...more } as const;
  return { account, chainId: 1, figures, failure } satisfies Snapshot;
}

describe('a card', () => {
  it('of what another version stored is unknown where this one lacks something, and its neighbours stand', () => {
    const morpho = { ...loan(1n), market: { ...loan(1n).market, protocol: 'morphoBlue', name: 'Morpho' } };
    const later = { ...loan(1n), market: { ...loan(1n).market, protocol: 'aaveV9', name: 'Aave v9' } };
    const card = cardOf(snapshot([morpho, later, loan(10_000n)]), context);
    expect(card.positions.map(({ title, level }) => [title, level])).toEqual([
      ['Morpho · Ethereum', 'unknown'],
      ['Aave v9 · Ethereum', 'unknown'],
      ['Aave v3 Core · Ethereum', 'watch'],
    ]);
    expect(card.positions[0]?.reason).toContain('another version');
  });

  it('says the same in figures, short, exact and as a sentence', () => {
    const card = cardOf(snapshot([loan(10_000n)]), context);
    expect(card).toMatchObject({
      level: 'watch',
      word: 'Watch',
      healthFactor: '1.60',
      buffer: '−37%',
      trigger: 'ETH $1,250',
      sentence:
        'Watch: health factor 1.60, the collateral may fall by 37%. Liquidated when ETH is below $1,250.',
      reason: null,
      freshness: { block: '123', timestamp: NOW / 1000 - 20, rpc: 'rpc.example' },
    });
    expect(card.positions[0]?.triggers[0]).toMatchObject({
      asset: 'ETH',
      price: '$1,250.00000000',
      now: '$2,000.00',
      direction: 'below',
      amount: '10 ETH supplied',
    });
  });

  it('marks every figure as approximate where the contract says otherwise', () => {
    const card = cardOf(snapshot([loan(10_000n, { agrees: false })]), context);
    expect(card).toMatchObject({ healthFactor: '≈1.60', buffer: '≈−37%', trigger: 'ETH ≈$1,250' });
    expect(card.positions[0]?.notes).toHaveLength(1);
  });

  it('shows no buffer and no price once the position can be liquidated', () => {
    expect(cardOf(snapshot([loan(16_001n)]), context)).toMatchObject({
      level: 'liquidatable',
      healthFactor: '0.999',
      buffer: null,
      trigger: null,
    });
  });

  it('is not yet liquidatable at a health factor of exactly 1', () => {
    expect(cardOf(snapshot([loan(16_000n)]), context)).toMatchObject({
      level: 'critical',
      healthFactor: '1.000',
    });
  });

  it('says "no debt" and no number without any (fault 39)', () => {
    expect(cardOf(snapshot([position([tenEther], [])]), context)).toMatchObject({
      level: 'safe',
      healthFactor: 'no debt',
      buffer: null,
    });
    expect(cardOf(snapshot([]), context).healthFactor).toBe('no debt');
  });

  it('is unknown before the first reading, and says why', () => {
    const never = {
      account,
      chainId: 1,
      figures: null,
      failure: { at: NOW, reason: 'Nobody answers.' },
    } as const;
    expect(cardOf(never, context)).toMatchObject({
      level: 'unknown',
      healthFactor: '?',
      reason: 'Nobody answers.',
    });
  });

  it('keeps the last figures beside a failure for ten minutes, then shows none', () => {
    const failure = { at: NOW, reason: 'Nobody answers.' };
    expect(cardOf(snapshot([loan(10_000n)], {}, failure), context)).toMatchObject({
      healthFactor: '1.60',
      reason: 'Nobody answers.',
    });
    const later = { ...context, now: NOW + 580_000 };
    expect(cardOf(snapshot([loan(10_000n)], {}, failure), later)).toMatchObject({
      level: 'unknown',
      healthFactor: '?',
      buffer: null,
      trigger: null,
      positions: [],
    });
  });

  it('is unknown where one market could not be read and the others are calm, and keeps showing those', () => {
    const errors = [{ market: { ...loan(1n).market, name: 'Aave v3 Prime' }, reason: 'It did not answer.' }];
    const card = cardOf(snapshot([loan(1_000n)], { errors }), context);
    expect(card).toMatchObject({ level: 'unknown', healthFactor: '?', reason: 'It did not answer.' });
    expect(card.positions.map(({ healthFactor }) => healthFactor)).toEqual(['?', '16.00']);
  });

  it('puts a known danger before a gap in what is known', () => {
    const errors = [{ market: loan(1n).market, reason: 'It did not answer.' }];
    expect(cardOf(snapshot([loan(15_900n)], { errors }), context).level).toBe('critical');
  });

  it('is unknown on a site that it cannot read, whatever else it knows', () => {
    const card = cardOf(snapshot([loan(10_000n)]), {
      ...context,
      unread: 'Plimsoll does not read this yet.',
    });
    expect(card).toMatchObject({
      level: 'unknown',
      healthFactor: '?',
      reason: 'Plimsoll does not read this yet.',
    });
    expect(card.positions).toHaveLength(1);
  });

  it('sorts worst first', () => {
    const cards = [1_000n, 15_900n, 10_000n].map((dollars) => cardOf(snapshot([loan(dollars)]), context));
    expect(cards.sort(worstFirst).map(({ healthFactor }) => healthFactor)).toEqual([
      '1.006',
      '1.60',
      '16.00',
    ]);
  });
});
