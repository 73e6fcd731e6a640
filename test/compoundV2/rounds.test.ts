import { type Address, getAddress, numberToHex, pad } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runInLockstep } from '../../src/chain/lockstep';
import { compoundV2 } from '../../src/protocols/compoundV2';
import { artifactsCompoundV2 } from '../localnet/artifactsCompoundV2';
import { createCompoundV2, type LocalCompoundV2 } from '../localnet/compoundV2';
import { sendAs } from '../localnet/deploy/account';
import { comptrollerAbi } from '../localnet/deploy/compoundV2';
import { COMPOUND_ORACLE, COMPTROLLER, CTOKENS } from '../localnet/deploy/compoundV2Markets';
import { ADMIN, createDeployer } from '../localnet/deploy/deployer';
import { TOKENS } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { askRound, REPLY_LIMIT } from '../support/askRound';
import { borrowerOf } from './books';
import { readCompound } from './readCompound';

const OWNER = borrowerOf(0xe000);
const usdc = (whole: number) => BigInt(whole) * 10n ** 6n;
const ether = (whole: number) => BigInt(whole) * 10n ** 18n;

describe('requests that a reading takes', () => {
  let net: Localnet;
  let compound: LocalCompoundV2;
  let fresh: `0x${string}`;
  beforeAll(async () => {
    net = await startLocalnet();
    compound = createCompoundV2(net.client);
  });
  beforeEach(async () => {
    fresh = await net.snapshot();
  });
  afterEach(() => net.revert(fresh));
  afterAll(() => net.stop());

  async function borrowOnEther(account = OWNER): Promise<void> {
    await compound.mint('cETH', account, ether(10));
    await compound.enter(account, ['cETH']);
    await compound.borrow('cUSDC', account, usdc(15_000));
  }

  const symbols = ({ position }: Awaited<ReturnType<typeof readCompound>>) =>
    position && [position.collateral, position.debt].map((held) => held.map(({ symbol }) => symbol));

  it('one of two calls for somebody who is not in Compound, cold and warm', async () => {
    const cold = await readCompound(net.client, OWNER);
    const warm = await readCompound(net.client, OWNER, { memo: cold.memo });
    expect([cold.rounds, warm.rounds].map((rounds) => rounds.map(({ calls }) => calls))).toEqual([[2], [2]]);
    expect(warm.position).toBeNull();
  });

  it('two cold and one warm, with names, amounts and decimals', async () => {
    await borrowOnEther();
    const cold = await readCompound(net.client, OWNER);
    const warm = await readCompound(net.client, OWNER, { memo: cold.memo });
    expect([cold.rounds.length, symbols(cold)]).toEqual([2, [['ETH'], ['USDC']]]);
    expect([warm.rounds.length, warm.position]).toEqual([1, cold.position]);
    expect(warm.position?.collateral).toMatchObject([{ decimals: 18, priceDecimals: 18 }]);
    expect(warm.position?.debt).toMatchObject([{ decimals: 6, priceDecimals: 30, deprecated: false }]);
    expect(warm.rounds[0]?.calls).toBe(16);
    expect(warm.rounds[0]?.received).toBeLessThan(REPLY_LIMIT);
  });

  it('two where a debt was opened between two reads, and where it was closed', async () => {
    await borrowOnEther();
    const { memo } = await readCompound(net.client, OWNER);
    await compound.borrow('cDAI', OWNER, ether(10));
    const more = await readCompound(net.client, OWNER, { memo });
    expect([more.rounds.length, symbols(more)]).toEqual([2, [['ETH'], ['USDC', 'DAI']]]);

    const saver = borrowerOf(0xe001);
    await compound.mint('cUSDC', saver, usdc(100));
    await compound.enter(saver, ['cUSDC']);
    const held = await readCompound(net.client, saver);
    await compound.exit(saver, 'cUSDC');
    const left = await readCompound(net.client, saver, { memo: held.memo });
    expect([symbols(held), left.position, left.rounds.length]).toEqual([[['USDC'], []], null, 2]);
    expect((await readCompound(net.client, saver, { memo: left.memo })).rounds.length).toBe(1);
  });

  it('three where the owner entered a market that was listed since, then one', async () => {
    await borrowOnEther();
    const cToken = await listMarket();
    const enter = { to: COMPTROLLER, abi: comptrollerAbi, functionName: 'enterMarkets', args: [[cToken]] };
    await sendAs(net.client, OWNER, enter);
    const cold = await readCompound(net.client, OWNER);
    const warm = await readCompound(net.client, OWNER, { memo: cold.memo });
    expect([cold.rounds.length, warm.rounds.length, warm.position?.agrees]).toEqual([3, 1, true]);
    expect(warm.memo.cTokens).toMatchObject({
      [cToken]: { underlying: TOKENS.BAL.address, decimals: 18, symbol: 'BAL' },
    });
  });

  /** As governance would list another token. */
  async function listMarket(): Promise<Address> {
    const deployer = createDeployer(net.client, artifactsCompoundV2);
    const model = await deployer.readAddress(CTOKENS.cUSDC.address, 'CErc20Immutable', 'interestRateModel');
    const shared = [COMPTROLLER, model, 2n * 10n ** 26n, 'Compound BAL', 'cBAL', 8, ADMIN];
    const cToken = getAddress(await deployer.create('CErc20Immutable', [TOKENS.BAL.address, ...shared]));
    await deployer.call(COMPTROLLER, 'Comptroller', '_supportMarket', [cToken]);
    const price = numberToHex(11n * 10n ** 17n, { size: 32 });
    await net.client.setStorageAt({ address: COMPOUND_ORACLE, index: pad(cToken), value: price });
    return cToken;
  }

  it('two where the oracle was replaced between two reads', async () => {
    await borrowOnEther();
    const { memo, position } = await readCompound(net.client, OWNER);
    const read = await readCompound(net.client, OWNER, { memo: { ...memo, oracle: OWNER } });
    expect([read.rounds.length, read.position]).toEqual([2, position]);
  });

  it('the same for many wallets at once', async () => {
    const wallets = [OWNER, borrowerOf(0xe002), borrowerOf(0xe003)];
    for (const wallet of wallets) await borrowOnEther(wallet);
    let requests = 0;
    const readers = wallets.map((wallet) => compoundV2.read(compoundV2.markets[0]!, wallet, null));
    const { outcomes } = await runInLockstep(readers, async (calls) => {
      requests++;
      return (await askRound(net.client, calls)).round;
    });
    expect(requests).toBe(2);
    const found = outcomes.map((outcome) =>
      'reading' in outcome
        ? outcome.reading.positions.map(({ owner, agrees }) => [owner, agrees])
        : outcome.reason,
    );
    expect(found).toEqual(wallets.map((wallet) => [[wallet, true]]));
  });

  it('has interest to the block, though nobody has touched the markets', async () => {
    await borrowOnEther();
    const { memo, position: before } = await readCompound(net.client, OWNER);
    const stored = await compound.snapshotOf('cUSDC', OWNER);
    await net.mine(40);
    const { position } = await readCompound(net.client, OWNER, { memo, blockTag: 'pending' });
    expect((await compound.snapshotOf('cUSDC', OWNER)).borrowed).toBe(stored.borrowed);
    await compound.accrue('cUSDC');
    const { borrowed } = await compound.snapshotOf('cUSDC', OWNER);
    expect(position?.debt[0]?.amount).toBe(`${borrowed}`);
    expect(borrowed).toBeGreaterThan(BigInt(before!.debt[0]!.amount));
  });

  it.each([
    ['of another form', { oracle: 7 }],
    ['without its lists', { oracle: OWNER, entered: 'all' }],
  ])('a memo %s is forgotten', async (_, memo) => {
    await borrowOnEther();
    expect((await readCompound(net.client, OWNER, { memo })).rounds.length).toBe(2);
  });
});
