import { type Address, maxUint256, parseUnits } from 'viem';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aaveV2 } from '../../src/protocols/aaveV2';
import { borrowerOf } from '../aaveV3/portfolio';
import { RESERVES } from '../localnet/deploy/parameters';
import { type Localnet, startLocalnet } from '../localnet/start';
import { expectDrift, expectGrowth, restOf } from '../support/drift';
import { readRates } from '../support/readRates';
import { createV2, initialPrices } from './pool';
import { readAt } from './readAt';

const MONTH = 30 * 86_400;
let net: Localnet;
beforeAll(async () => {
  net = await startLocalnet();
});
afterAll(() => net.stop());

async function read(borrower: Address) {
  const { position } = await readAt(net.client, borrower);
  const send = async (call: { to: Address; data: `0x${string}` }) =>
    (await net.client.call(call)).data ?? '0x';
  return { position: position!, rates: await readRates(aaveV2, position!, send) };
}

it.each(['variable', 'stable'] as const)(
  'the rates are what the pool then adds in a month: %s',
  async (mode) => {
    const borrower = borrowerOf(mode.length + 500);
    const v2 = createV2(net);
    await v2.deposit(borrower, 'WETH', parseUnits('10', 18));
    await v2.borrow(borrower, 'DAI', parseUnits('9000', 18), mode);
    const { position, rates } = await read(borrower);
    await net.advance(MONTH);
    const { position: after } = await read(borrower);
    for (const [side, owed] of [
      ['collateral', false],
      ['debt', true],
    ] as const) {
      const [before, now, rate] = [position[side][0]!, after[side][0]!, rates[side][0]!];
      expectGrowth(BigInt(before.amount), BigInt(now.amount), rate, MONTH, owed);
    }
    const [debt] = rates.debt;
    // A stable rate is the owner's own, and stays where it is.
    expect(debt!.own === debt!.borrow).toBe(mode === 'variable');
    if (mode === 'stable') return expect(debt!.worst).toEqual({ rate: debt!.own, climb: null });
    const { optimal, base, slope1, slope2 } = RESERVES.DAI.rate;
    const bps = (rate: number) => `${BigInt(rate) * 10n ** 23n}`;
    expect(debt!.curve!.corners.map(({ utilization }) => utilization)).toEqual([
      '0',
      bps(optimal),
      bps(10_000),
    ]);
    expect(debt!.worst).toEqual({ rate: bps(base + slope1 + slope2), climb: null });
  },
);

it('interest alone liquidates when we say', async () => {
  const borrower = borrowerOf(600);
  const v2 = createV2(net);
  await v2.deposit(borrower, 'WETH', parseUnits('10', 18));
  await v2.borrow(borrower, 'DAI', parseUnits('18000', 18), 'variable');
  const { healthFactor } = await v2.account(borrower);
  expect(healthFactor).toBeLessThan(maxUint256);
  // A feed in ether: dear dai leaves half a percent.
  await v2.setPrice('DAI', (initialPrices.DAI * healthFactor * 995n) / (1000n * 10n ** 18n));
  const liquidates = async () => (await v2.account(borrower)).healthFactor < 10n ** 18n;
  await expectDrift(await read(borrower), net.advance, liquidates, restOf(3));
});
