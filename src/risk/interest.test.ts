import { describe, expect, it } from 'vitest';
import { dollars, ether, RAY, position as spoke } from '../../test/aaveV4/byHand';
import { smallPosition } from '../../test/compoundV3/smallPosition';
import type { Act } from '../model/attribution';
import type { Position } from '../model/position';
import type { CompoundV2Position } from '../protocols/compoundV2/rules.position';
import type { CompoundV3Position } from '../protocols/compoundV3/rules.position';
import { attribution } from './attribution';

const ETHER = 10n ** 18n;
const YEAR = 31_536_000;

/** Too short for growth to pass for interest where no index says that it is. */
const MOMENT = 12;

/** What the interest took from the buffer, in dollars, and what the owner did. */
function told(before: Position, after: Position, seconds = MOMENT) {
  const { interest, actions } = attribution(before, after, seconds);
  return [interest.buffer, actions.acts];
}

const act = (side: Act['side'], symbol: string, decimals: number, amount: bigint): Act => ({
  ...{ side, symbol, amount: `${amount}`, decimals },
});

describe('Compound v3: the principal times the index of borrowing', () => {
  /** Ten ether at 2,000 dollars, 80% counted, against 10,000 dollars. */
  const before = smallPosition({
    prices: [2_000_00000000n, 1_00000000n],
    collateral: [{ feed: 0, amount: 10n * ETHER, decimals: 18, factor: 800_000_000_000_000_000n }],
    base: { feed: 1, amount: 10_000_000_000n, decimals: 6 },
  });
  const owing = (principal: bigint, index: bigint, amount: bigint): CompoundV3Position => ({
    ...before,
    debt: before.debt.map((debt) => ({ ...debt, amount: `${amount}` })),
    principal: `${-principal}`,
    indices: { supply: `${10n ** 15n}`, borrow: `${index}` },
  });

  it('a tenth on the whole debt, then half of it repaid', () => {
    const after = owing(5_000_000_000n, 11n * 10n ** 14n, 5_500_000_000n);
    expect(told(before, after)).toEqual(['-1000', [act('debt', 'T9', 6, -5_500_000_000n)]]);
  });

  it('the growth of a year, and nothing done', () => {
    const after = owing(10_000_000_000n, 105n * 10n ** 13n, 10_500_000_000n);
    expect(told(before, after, YEAR)).toEqual(['-500', []]);
  });

  it('rounded down as presentValueBorrow does', () => {
    // 10,000,000,000 × 1.00000000005 is half a unit more, and three units were repaid besides.
    const after = owing(9_999_999_997n, 1_000_000_000_050_000n, 9_999_999_997n);
    expect(told(before, after)).toEqual(['0', [act('debt', 'T9', 6, -3n)]]);
  });

  it('collateral earns nothing: however little more there is, it was supplied', () => {
    const [first] = before.collateral;
    const more = { ...before, collateral: [{ ...first!, amount: `${10n * ETHER + 1_000n}` }] };
    expect(told(before, more, YEAR)).toEqual(['0', [act('collateral', 'T0', 18, 1_000n)]]);
  });
});

describe('Compound v2: the cTokens times their exchange rate', () => {
  const holding = (digit: string) =>
    ({
      address: `0x${digit.repeat(40)}`,
      cToken: `0x${digit.repeat(40)}`,
      feed: `0x${digit.repeat(40)}`,
    }) as {
      readonly [name in 'address' | 'cToken' | 'feed']: `0x${string}`;
    };
  /** cTokens of 8 decimals, of which 50 are an ether at a rate of 2e26, at 2,000 dollars; against 10,000 dollars. */
  const of = (
    cTokens: bigint,
    exchangeRate: bigint,
    amount: bigint,
    owed = 10_000_000_000n,
  ): CompoundV2Position => ({
    ...spoke([], []),
    market: { protocol: 'compoundV2', chainId: 1, address: `0x${'c'.repeat(40)}`, name: 'Compound v2' },
    factorScale: `${ETHER}`,
    collateral: [
      {
        ...holding('1'),
        ...{
          symbol: 'ETH',
          decimals: 18,
          amount: `${amount}`,
          price: `${2_000n * ETHER}`,
          priceDecimals: 18,
        },
        ...{
          threshold: '800000000000000000',
          loanToValue: '800000000000000000',
          enabled: true,
          conditions: [],
        },
        ...{ cTokens: `${cTokens}`, exchangeRate: `${exchangeRate}` },
      },
    ],
    debt: [
      {
        ...holding('2'),
        ...{ symbol: 'USDC', decimals: 6, amount: `${owed}`, price: `${10n ** 30n}`, priceDecimals: 30 },
        ...{ conditions: [], deprecated: false },
      },
    ],
    liquidation: { closeFactor: `${ETHER / 2n}`, incentive: `${(ETHER * 108n) / 100n}`, paused: false },
  });
  const before = of(50_000_000_000n, 2n * 10n ** 26n, 10n * ETHER);

  it('a tenth on all cTokens, then half of them redeemed', () => {
    const after = of(25_000_000_000n, 22n * 10n ** 25n, 5_500_000_000_000_000_000n);
    // One ether more, of which 80% of 2,000 dollars count.
    expect(told(before, after)).toEqual([
      '1600',
      [act('collateral', 'ETH', 18, -5_500_000_000_000_000_000n)],
    ]);
  });

  it('rounded down as the contract redeems', () => {
    // 3 cTokens of the smallest unit at 1.5 wei are 4; four more were minted.
    const [few, more] = [of(3n, 10n ** 18n, 3n), of(7n, 15n * 10n ** 17n, 10n)];
    const { actions } = attribution(few, more, MOMENT);
    expect(actions.acts).toEqual([act('collateral', 'ETH', 18, 6n)]);
  });

  it('a debt carries no index: what fits the time is interest, more is an action', () => {
    const owing = (amount: bigint) => of(50_000_000_000n, 2n * 10n ** 26n, 10n * ETHER, amount);
    expect(told(before, owing(10_500_000_000n), YEAR)).toEqual(['-500', []]);
    expect(told(before, owing(10_500_000_000n))).toEqual(['0', [act('debt', 'USDC', 6, 500_000_000n)]]);
  });
});

describe('Aave v4: drawn shares times their index, and the premium; supplied shares by their worth', () => {
  const before = spoke([ether()], [dollars()]);
  const index = `${(RAY * 11n) / 10n}`;

  it('a tenth on all drawn shares, then half of them repaid', () => {
    const half = { drawnShares: '5000000000', drawnIndex: index, amount: '5500000000' };
    const after = spoke([ether()], [dollars(half)]);
    expect(told(before, after)).toEqual(['-1000', [act('debt', 'USDC', 6, -5_500_000_000n)]]);
  });

  it('the premium of before counts, and all is rounded up as the spoke asks for it', () => {
    const was = spoke([ether()], [dollars({ premiumRay: '1', amount: '10000000001' })]);
    const half = { drawnShares: '5000000000', drawnIndex: index, amount: '5500000000' };
    // 11,000,000,000 and a ray's smallest part, up: one unit more than without it.
    expect(told(was, spoke([ether()], [dollars(half)]))[1]).toEqual([
      act('debt', 'USDC', 6, -5_500_000_001n),
    ]);
  });

  it('where no share was drawn or repaid all growth is interest, the premium’s too', () => {
    const grown = { drawnIndex: index, premiumRay: `${500_000_000n * RAY}`, amount: '11500000000' };
    expect(told(before, spoke([ether()], [dollars(grown)]))).toEqual(['-1500', []]);
  });

  it('where no share was supplied or withdrawn all growth is interest', () => {
    const half = ETHER / 2n;
    const grown = ether({ amount: `${10n * ETHER + half}`, shares: `${10n * ETHER}` });
    expect(told(before, spoke([grown], [dollars()]))).toEqual(['800', []]);
  });
});
