import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyPosition } from '../../test/support/anyPosition';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { ranking } from './ranking';
import { rulesOf } from './rules';
import { stress } from './stress';

const SEED = 20261121;

const ether = (amount: bigint) => ({ symbol: 'WETH', amount: amount * ETHER, price: 2000n * DOLLAR });
const staked = { symbol: 'wstETH', amount: 4n * ETHER, price: 2500n * DOLLAR };
const usdc = (amount: bigint) => ({ symbol: 'USDC', decimals: 6, amount: amount * 10n ** 6n, price: DOLLAR });

it('puts the first to break first, and those that no fall breaks last, each with its reason', () => {
  const all = [
    position([ether(1n)], []),
    position([ether(10n)], [usdc(10_000n)]),
    position([usdc(5_000n)], [ether(1n)]),
    position([ether(10n)], [usdc(12_000n)]),
    position([staked], [ether(1n)]),
    position([usdc(5_000n)], [{ ...usdc(100n), symbol: 'DAI' }]),
    position([ether(1n)], [usdc(12_000n)]),
  ];
  expect(ranking(all)).toEqual([
    { index: 6, fall: '0', reason: null },
    { index: 3, fall: '-0.25', reason: null },
    { index: 1, fall: '-0.375', reason: null },
    { index: 2, fall: null, reason: 'only a rise' },
    { index: 4, fall: null, reason: 'moves together' },
    { index: 5, fall: null, reason: 'safe at every price' },
    { index: 0, fall: null, reason: 'no debt' },
  ]);
});

it(`is the order in which the stress of each crosses (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      fc.array(
        anyPosition().filter((of) => !rulesOf(of).liquidatable(of)),
        { minLength: 2, maxLength: 5 },
      ),
      (all) => {
        const broken = ranking(all).map(
          ({ index }) =>
            stress(all[index]!).points.filter(({ move, liquidatable }) => Number(move) <= 0 && liquidatable)
              .length,
        );
        expect(broken).toEqual([...broken].sort((a, b) => b - a));
      },
    ),
    { numRuns: 150, seed: SEED },
  );
}, 60_000);
