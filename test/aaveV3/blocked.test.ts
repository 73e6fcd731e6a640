import { encodeFunctionData, parseAbi, parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Seizure } from '../../src/model/rules';
import { rules } from '../../src/protocols/aaveV3/rules';
import { providerAbi } from '../localnet/abi';
import { ADMIN } from '../localnet/deploy/deployer';
import { MARKETS, TOKENS } from '../localnet/production';
import { transact } from '../localnet/revert';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf } from './portfolio';
import { readAt } from './readAt';

const BORROWER = borrowerOf(0);
const HOUR = 3600;
const attempt = { market: 'Core', borrower: BORROWER, collateral: 'WETH', debt: 'USDC' } as const;

let localnet: Localnet;
let opened: `0x${string}`;
beforeAll(async () => {
  localnet = await startLocalnet({ timestamp: 1_800_000_000 });
  await localnet.supply('Core', BORROWER, 'WETH', parseUnits('10', 18));
  await localnet.borrow('Core', BORROWER, 'USDC', parseUnits('20000', 6));
  await localnet.setPrice('WETH', 2_000_00000000n);
});
beforeEach(async () => {
  opened = await localnet.snapshot();
});
afterEach(() => localnet.revert(opened));
afterAll(() => localnet.stop());

async function seizure(): Promise<Seizure | null | undefined> {
  const { position } = await readAt(localnet.client, BORROWER);
  return position && rules.seizure?.(position);
}

it('nothing stands in the way of a liquidation', async () => {
  expect((await seizure())?.blocked).toBeNull();
  expect(await localnet.wouldLiquidate(attempt)).toEqual({ ok: true });
});

it('a frozen reserve does not (fault 38)', async () => {
  await localnet.freeze('Core', 'WETH', true);
  expect((await seizure())?.blocked).toBeNull();
  expect(await localnet.wouldLiquidate(attempt)).toEqual({ ok: true });
});

it.each(['WETH', 'USDC'] as const)('a pause of %s does (fault 38)', async (symbol) => {
  await localnet.pause('Core', symbol, true);
  expect((await seizure())?.blocked).toBe(`${symbol} is paused`);
  expect(await localnet.wouldLiquidate(attempt)).toEqual({ ok: false, error: 'ReservePaused' });
});

it('another collateral is taken while the largest is paused', async () => {
  await localnet.supply('Core', BORROWER, 'WBTC', parseUnits('0.01', 8));
  await localnet.pause('Core', 'WETH', true);
  const found = await seizure();
  expect(found?.blocked).toBeNull();
  expect(found?.seized.map(({ asset }) => asset)).toEqual([TOKENS.WBTC.address]);
});

it('the grace period after a pause does, up to and with its last second', async () => {
  await localnet.pause('Core', 'WETH', true);
  await endPause('WETH', HOUR);
  const { timestamp } = await localnet.client.getBlock();
  await localnet.advance(HOUR);
  const last = await seizure();
  expect(last?.blocked).toBe(`WETH is in its grace period until ${utcMinute(timestamp + BigInt(HOUR))} UTC`);
  expect(await localnet.wouldLiquidate(attempt)).toEqual({
    ok: false,
    error: 'LiquidationGraceSentinelCheckFailed',
  });
  await localnet.advance(1);
  expect((await seizure())?.blocked).toBeNull();
  expect(await localnet.wouldLiquidate(attempt)).toEqual({ ok: true });
});

const utcMinute = (seconds: bigint) =>
  new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ');

/** As the emergency admin does it: PoolConfigurator.setReservePause with seconds of grace. */
async function endPause(symbol: 'WETH', grace: number): Promise<void> {
  const { client } = localnet;
  const to = await client.readContract({
    address: MARKETS.Core.provider,
    abi: providerAbi,
    functionName: 'getPoolConfigurator',
  });
  const abi = parseAbi(['function setReservePause(address asset, bool paused, uint40 gracePeriod)']);
  const args = [TOKENS[symbol].address, false, grace] as const;
  await transact(client, { from: ADMIN, to, data: encodeFunctionData({ abi, args }) });
}
