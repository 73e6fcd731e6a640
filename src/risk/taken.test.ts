import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { looksSeized, takenBetween, wasActedOn } from './taken';

const at = (ether: bigint, dollars: bigint, price = 2000n) =>
  position(
    ether === 0n ? [] : [{ symbol: 'WETH', amount: ether, price: price * DOLLAR }],
    dollars === 0n ? [] : [{ symbol: 'USDC', decimals: 6, amount: dollars, price: DOLLAR }],
  );
const before = at(10n * ETHER, 16_000_000_000n);

it('what both sides lost is taken, to the unit', () => {
  const after = at(6n * ETHER, 9_000_000_000n, 1900n);
  const [collateral, debt] = [before.collateral[0]!.address, before.debt[0]!.address];
  expect(takenBetween(before, after, 60)).toEqual({
    repaid: [{ asset: debt, amount: 7_000_000_000n }],
    seized: [{ asset: collateral, amount: 4n * ETHER }],
  });
  const gone = { ...before, collateral: [], debt: [] };
  expect(takenBetween(before, gone, 60)?.seized).toEqual([{ asset: collateral, amount: 10n * ETHER }]);
});

it.each([
  ['a repayment', at(10n * ETHER, 9_000_000_000n)],
  ['a withdrawal', at(6n * ETHER, 16_000_000_000n)],
  ['interest', at(10n * ETHER + 1000n, 16_000_010_000n)],
  ['supplying and borrowing', at(11n * ETHER, 17_000_000_000n)],
  ['a price', at(10n * ETHER, 16_000_000_000n, 1000n)],
])('%s takes nothing of the kind', (_, after) => {
  expect(takenBetween(before, after, 60)).toBeNull();
});

it.each([
  ['a bonus on top', 7_000_000_000n, (7_350n * ETHER) / 2000n, true],
  ['half as much as was paid', 7_000_000_000n, (3_500n * ETHER) / 2000n, false],
  ['twice as much as was paid', 7_000_000_000n, (14_000n * ETHER) / 2000n, false],
])('%s', (_, repaid, seized, looks) => {
  const after = at(10n * ETHER - seized, 16_000_000_000n - repaid);
  expect(looksSeized(before, after, takenBetween(before, after, 60)!)).toBe(looks);
});

it('an action is told from interest and prices', () => {
  expect(wasActedOn(before, at(10n * ETHER, 16_000_010_000n, 1500n), 3600)).toBe(false);
  expect(wasActedOn(before, at(10n * ETHER, 15_000_000_000n), 3600)).toBe(true);
});
