import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../../test/support/position';
import type { OracleFacts } from '../../model/oracle';
import type { Figures } from '../../model/snapshot';
import { usualChoices } from '../../risk/choices';
import { keyOf } from '../../risk/key';
import { onPrices } from './onPrices';
import type { Round } from './round';

/** What feeds say is by hand; that real ones are understood is tested in test/watch/oracles.test.ts. */
const HOUR = 3600;
const START = 1_800_000_000;
const loan = position(
  [{ symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR }],
  [{ symbol: 'USDC', decimals: 6, amount: 10_000_000_000n, price: DOLLAR }],
);
const { feed } = loan.collateral[0]!;
const facts: OracleFacts = {
  ...{ description: 'ETH / USD', updatedAt: START, capped: null, fixed: false, discounted: false },
};

/** What is told along several readings, each some hours after the start. */
function told(
  looks: readonly (readonly [hours: number, about: Partial<OracleFacts>, more?: Partial<Figures>])[],
  round: Partial<Round> = {},
) {
  let prices = {};
  return looks.map(([hours, about, more]) => {
    const at = START + hours * HOUR;
    const figures: Figures = {
      ...{ account: loan.owner, chainId: 1, rpc: 'rpc', positions: [loan], errors: [] },
      block: { number: '1', timestamp: at },
      oracles: { [feed]: { ...facts, ...about } },
      ...more,
    };
    const all = {
      at,
      chain: 'Ethereum',
      choices: usualChoices,
      snoozes: {},
      isQuiet: false,
      confirmed: true,
    };
    const found = onPrices(figures, prices, { ...all, ...round });
    prices = found.prices;
    return found.notices.map(({ title }) => title);
  });
}

it('a price past its heartbeat is told once, and again after it was updated and a day has passed', () => {
  const OLD = 'Old price of ETH: Aave v3 Core · Ethereum';
  expect(told([[1, {}], [25, {}], [27, {}], [40, {}]])).toEqual([[], [], [OLD], []]); // biome-ignore format: a path
  const updated = { updatedAt: START + 41 * HOUR };
  expect(told([[27, {}], [42, updated], [68, updated]])).toEqual([[OLD], [], [OLD]]); // biome-ignore format: a path
});

it('a cap that begins to hold is told, one that always held is not', () => {
  const CAPPED = 'Capped price of ETH: Aave v3 Core · Ethereum';
  const [off, on] = [{ capped: false }, { capped: true }];
  expect(told([[0, off], [1, on], [2, off], [3, on]])).toEqual([[], [CAPPED], [], []]); // biome-ignore format: a path
  expect(told([[0, on], [1, on]])).toEqual([[], []]); // biome-ignore format: a path
});

it('endpoints that disagree on a position are told of', () => {
  const disputed = { disputed: { rpc: 'other', positions: [keyOf(loan.market, loan.owner)] } };
  expect(
    told([
      [0, {}],
      [1, {}, disputed],
      [2, {}, disputed],
    ]),
  ).toEqual([[], ['Two endpoints disagree: Aave v3 Core · Ethereum'], []]);
});

it('in quiet hours and where the user wants none, nothing is told, and after them what is still so', () => {
  expect(told([[27, {}]], { isQuiet: true })).toEqual([[]]);
  expect(told([[27, {}]], { choices: { ...usualChoices, oracles: false } })).toEqual([[]]);
});

it('without a debt no price matters', () => {
  expect(told([[27, {}, { positions: [{ ...loan, debt: [] }] }]])).toEqual([[]]);
});
