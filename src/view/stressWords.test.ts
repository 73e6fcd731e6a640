import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { groups } from '../risk/groups';
import { stress } from '../risk/stress';
import { groupSentences, stressWords } from './stressWords';

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const staked = { symbol: 'wstETH', amount: 4n * ETHER, price: 2500n * DOLLAR };
const bitcoin = { symbol: 'WBTC', decimals: 8, amount: DOLLAR, price: 20_000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000_000_000n, price: DOLLAR };

describe('the words of a stress test', () => {
  // 16,000 count against 10,000: 1.6 now, and 37.5% may go.
  const words = stressWords(stress(position([ether], [usdc])), '');

  it('say at which common move it is liquidated', () => {
    expect(words.flip).toEqual({ move: -0.375, text: '−37.5%' });
    expect(words.sentence).toBe('Liquidated when all volatile prices move by −37.5% at once.');
  });

  it('have a row for each point, never rounded up', () => {
    expect(words.rows).toHaveLength(33);
    const at = (move: number) => words.rows.find((row) => row.move === move);
    expect(at(0)).toMatchObject({ moveText: 'as now', healthFactorText: '1.60', word: 'Watch' });
    expect(at(-0.3)).toMatchObject({ moveText: '−30.0%', healthFactorText: '1.12', word: 'Low' });
    expect(at(-0.4)).toMatchObject({ moveText: '−40.0%', healthFactorText: '0.960', word: 'Liquidatable' });
    expect(at(0.2)).toMatchObject({ moveText: '+20.0%', healthFactorText: '1.92', word: 'Safe' });
  });

  it('mark all as approximate where the contract differs', () => {
    const about = stressWords(stress(position([ether], [usdc])), '≈');
    expect(about.flip?.text).toBe('≈−37.5%');
    expect(about.rows[0]?.healthFactorText).toBe('≈0.640');
  });

  it('have no curve where nothing is owed', () => {
    expect(stressWords(stress(position([ether], [])), '')).toEqual({
      rows: [],
      flip: null,
      sentence: 'Nothing is owed, so no price liquidates it.',
    });
  });

  it('say why no common move does it', () => {
    const sentence = (of: ReturnType<typeof position>) => stressWords(stress(of), '').sentence;
    expect(sentence(position([staked], [{ ...ether, amount: ETHER }]))).toBe(
      'Collateral and debt move together, so no such move liquidates it.',
    );
    expect(sentence(position([ether], [{ ...usdc, amount: 17_000_000_000n }]))).toBe(
      'It can be liquidated now.',
    );
  });

  it('have no mark where the edge lies beyond the curve', () => {
    const little = { ...usdc, amount: 4_000_000_000n };
    const { flip, sentence } = stressWords(stress(position([ether], [little])), '');
    expect([flip, sentence]).toEqual([null, 'Liquidated when all volatile prices move by −75.0% at once.']);
  });
});

describe('groups', () => {
  const sentences = (of: ReturnType<typeof position>, about = '') =>
    groupSentences(groups(of), of.unit, about);

  it('are named with those that follow them', () => {
    const half = { ...ether, amount: 5n * ETHER };
    const owed = { ...usdc, amount: 24_000_000_000n };
    expect(sentences(position([half, staked, bitcoin], [owed]))).toEqual([
      'ETH with wstETH: liquidated at −50.0%, ETH at $1,000 (now $2,000.00).',
    ]);
    expect(sentences(position([half, staked, bitcoin], [usdc]))).toEqual([
      'ETH with wstETH: no such move liquidates it.',
    ]);
  });

  it('that may drift apart say how far, and at what rate', () => {
    const owed = { ...ether, amount: 3n * ETHER };
    expect(sentences(position([staked], [owed]), '≈')).toContain(
      'wstETH against ETH: liquidated at ≈−25.0%, when one wstETH is worth ≈0.9375 ETH (now 1.2500 ETH).',
    );
  });
});
