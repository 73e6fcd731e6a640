import { encodeFunctionData, parseAbi, parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { aaveV2 } from '../../src/protocols/aaveV2';
import { rulesOf } from '../../src/risk/rules';
import { borrowerOf } from '../aaveV3/portfolio';
import { ADMIN } from '../localnet/deploy/deployer';
import { V2_MARKETS } from '../localnet/production';
import { transact } from '../localnet/revert';
import { type Localnet, startLocalnet } from '../localnet/start';
import { REPLY_LIMIT } from '../support/askRound';
import { readMarket } from '../support/readMarket';
import { cases, openCase } from './cases';
import { createV2, type V2 } from './pool';
import { readAt } from './readAt';

const BORROWER = borrowerOf(0);
const [, , mixed] = cases;

let localnet: Localnet;
let v2: V2;
let opened: `0x${string}`;
beforeAll(async () => {
  localnet = await startLocalnet();
  v2 = createV2(localnet);
  await openCase(v2, BORROWER, mixed!);
});
beforeEach(async () => {
  opened = await localnet.snapshot();
});
afterEach(() => localnet.revert(opened));
afterAll(() => localnet.stop());

const read = (memo: Awaited<ReturnType<typeof readAt>>['memo'] | null = null) =>
  readAt(localnet.client, BORROWER, { memo });

it('takes two rounds cold, one warm, and one for somebody who has nothing', async () => {
  const cold = await read();
  const warm = await read(cold.memo);
  const nobody = await readAt(localnet.client, borrowerOf(99));
  expect([cold.rounds, warm.rounds, nobody.rounds]).toEqual([2, 1, 1]);
  expect(warm.position).toEqual(cold.position);
  expect(nobody.position).toBeNull();
});

it('answers a warm round of two collaterals and two debts in less than 2 kB', async () => {
  const { bytes } = await read((await read()).memo);
  expect(bytes).toBeLessThan(REPLY_LIMIT);
});

it('asks an empty market for one word once it is known, and reads what is opened there in two rounds', async () => {
  const owner = borrowerOf(98);
  const { memo } = await readAt(localnet.client, owner);
  const still = await readAt(localnet.client, owner, { memo });
  expect([still.position, still.rounds]).toEqual([null, 1]);
  expect(still.bytes).toBeLessThan(150);
  await openCase(v2, owner, mixed!);
  const { position, rounds } = await readAt(localnet.client, owner, { memo: still.memo });
  expect([position?.agrees, position?.debt.length, rounds]).toEqual([true, 2, 2]);
});

it('sees a reserve that was entered since the last reading', async () => {
  const { memo } = await read();
  await v2.deposit(BORROWER, 'BAL', parseUnits('100', 18));
  const { position, rounds } = await read(memo);
  expect(position?.collateral.map(({ symbol }) => symbol)).toEqual(['WETH', 'WBTC', 'BAL']);
  expect([position?.agrees, rounds]).toEqual([true, 2]);
});

it('forgets a memo that is not of its form', async () => {
  const { position, rounds } = await read({ oracle: 7, used: 'all' });
  expect([position?.agrees, rounds]).toEqual([true, 2]);
});

it('counts in ether, whose own price is 1 and has no feed', async () => {
  const { position } = await read();
  expect(position?.unit).toBe('ETH');
  expect(position?.collateral[0]).toMatchObject({
    symbol: 'WETH',
    price: `${10n ** 18n}`,
    priceDecimals: 18,
    feed: `0x${'0'.repeat(40)}`,
  });
});

it('keeps the markets of Ethereum apart', async () => {
  const sister = createV2(localnet, 'AMM');
  await sister.deposit(BORROWER, 'WETH', parseUnits('3', 18));
  for (const market of aaveV2.markets.filter(({ chainId }) => chainId === 1)) {
    const { positions } = await readMarket(localnet.client, aaveV2, market, BORROWER);
    const supplied = positions.flatMap(({ collateral }) => collateral.map(({ symbol }) => symbol));
    expect([market.name, ...supplied]).toEqual(
      {
        'Aave v2': ['Aave v2', 'WETH', 'WBTC'],
        'Aave v2 AMM': ['Aave v2 AMM', 'WETH'],
        'Aave v2 Arc': ['Aave v2 Arc'],
      }[market.name],
    );
  }
});

it('says that a paused pool liquidates nobody', async () => {
  await v2.setPrice('USDC', 10n ** 15n);
  const before = await read();
  expect(rulesOf(before.position!).seizure?.(before.position!)?.blocked).toBeNull();
  const providerAbi = parseAbi(['function getLendingPoolConfigurator() view returns (address)']);
  const to = await localnet.client.readContract({
    address: V2_MARKETS.Main.provider,
    abi: providerAbi,
    functionName: 'getLendingPoolConfigurator',
  });
  const abi = parseAbi(['function setPoolPause(bool val)']);
  await transact(localnet.client, { from: ADMIN, to, data: encodeFunctionData({ abi, args: [true] }) });
  const { position } = await read();
  expect(rulesOf(position!).seizure?.(position!)?.blocked).toBe('the pool is paused');
  // LP_IS_PAUSED.
  expect(await v2.liquidate(BORROWER, 'WETH', 'USDC')).toEqual({ ok: false, error: '64' });
});
