import { encodeAbiParameters, keccak256, numberToHex, parseAbi, parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LiquidationPrice } from '../../src/model/risk';
import { aaveV3 } from '../../src/protocols/aaveV3';
import { rules } from '../../src/protocols/aaveV3/rules';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import { assess } from '../../src/risk/assess';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { MARKETS, TOKENS, type TokenSymbol } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { type ReadOptions, readMarket } from '../support/readMarket';
import { borrowFurther, furtherToken, listFurther, supplyFurther } from './listing';
import { borrowerOf } from './portfolio';
import { readAt } from './readAt';

const OWNER = borrowerOf(0);
const LENDER = borrowerOf(1);
const ETHER = 10n ** 18n;
const attempt = { market: 'Core', borrower: OWNER, collateral: 'WETH', debt: 'USDC' } as const;

let localnet: Localnet;
let fresh: `0x${string}`;
beforeAll(async () => {
  localnet = await startLocalnet();
});
beforeEach(async () => {
  fresh = await localnet.snapshot();
});
afterEach(() => localnet.revert(fresh));
afterAll(() => localnet.stop());

const read = (options: ReadOptions = {}) => readAt(localnet.client, OWNER, options);

async function position(): Promise<AaveV3Position> {
  const found = (await read()).position;
  if (!found) throw new Error('no position');
  return found;
}

/** The contract's own words beside ours. */
async function expectAgreement(found: AaveV3Position) {
  const { healthFactor } = await localnet.accountData('Core', OWNER);
  expect(found.agrees).toBe(true);
  expect(rules.healthFactor(found)).toBe(found.debt.length === 0 ? null : healthFactor);
}

async function expectFlip({ asset, safe, liquidated }: LiquidationPrice) {
  const symbol = Object.entries(TOKENS).find(
    ([, { address }]) => address === asset.address,
  )![0] as TokenSymbol;
  await localnet.setPrice(symbol, BigInt(safe!));
  expect(await localnet.wouldLiquidate(attempt)).toEqual({
    ok: false,
    error: 'HealthFactorNotBelowThreshold',
  });
  await localnet.setPrice(symbol, BigInt(liquidated!));
  expect(await localnet.wouldLiquidate(attempt)).toEqual({ ok: true });
}

const priceOf = (found: AaveV3Position, symbol: TokenSymbol) =>
  liquidationPrices(found).find(({ asset }) => asset.symbol === symbol)!;

describe('a strange position in Aave 3.6', () => {
  it('no debt (fault 39)', async () => {
    await localnet.supply('Core', OWNER, 'WETH', ETHER);
    const found = await position();
    await expectAgreement(found);
    expect(assess(found).kind).toBe('no-debt');
  });

  it('no collateral: what is supplied but not used counts for nothing', async () => {
    await localnet.supply('Core', OWNER, 'WETH', ETHER);
    await localnet.setCollateral('Core', OWNER, 'WETH', false);
    expect((await read()).position?.collateral.filter(({ enabled }) => enabled) ?? []).toEqual([]);
  });

  it('a debt that is left over with no collateral: health factor 0, liquidatable', async () => {
    await localnet.supply('Core', OWNER, 'WETH', ETHER);
    await localnet.borrow('Core', OWNER, 'USDC', parseUnits('1000', 6));
    await writeUserConfiguration(0b01n << (2n * 3n)); // USDC is reserve 3: borrowed, and nothing is collateral
    const found = await position();
    await expectAgreement(found);
    expect([rules.healthFactor(found), rules.liquidatable(found)]).toEqual([0n, true]);
  });

  it('a position in a sister market is none in this one', async () => {
    await localnet.supply('EtherFi', OWNER, 'USDC', parseUnits('5', 6));
    expect((await read()).position).toBeNull();
  });

  it('a debt in the collateral’s own asset', async () => {
    await localnet.supply('Core', OWNER, 'WETH', 10n * ETHER);
    await localnet.borrow('Core', OWNER, 'WETH', 2n * ETHER);
    await localnet.borrow('Core', OWNER, 'USDC', parseUnits('14000', 6));
    await localnet.freezeTime();
    const found = await position();
    await expectAgreement(found);
    expect(priceOf(found, 'WETH').side).toBe('both');
    await expectFlip(priceOf(found, 'WETH'));
    await localnet.thawTime();
  });

  it('a zero price: the oracle refuses, and the market is unknown with a reason (fault 31)', async () => {
    await localnet.supply('Core', OWNER, 'WETH', ETHER);
    await localnet.borrow('Core', OWNER, 'USDC', parseUnits('1000', 6));
    await localnet.setPrice('WETH', 0n);
    await expect(read()).rejects.toThrow('The contract did not answer');
  });

  it('an oracle that reverts: its market is unknown, the neighbours are shown (faults 23 and 36)', async () => {
    await localnet.supply('EtherFi', OWNER, 'WETH', ETHER);
    await localnet.supply('Core', OWNER, 'WBTC', parseUnits('1', 8));
    await localnet.client.setCode({ address: TOKENS.WBTC.feed, bytecode: '0xfe' });
    await expect(read()).rejects.toThrow('The contract did not answer');
    const etherFi = aaveV3.markets.find(({ address }) => address === MARKETS.EtherFi.pool)!;
    const { positions } = await readMarket(localnet.client, aaveV3, etherFi, OWNER);
    expect(positions[0]?.collateral[0]?.symbol).toBe('WETH');
  });

  it('a price above 2^64', async () => {
    await localnet.supply('Core', OWNER, 'WETH', 3_000_000n);
    await localnet.setPrice('WETH', 2n ** 70n);
    await localnet.borrow('Core', OWNER, 'USDC', parseUnits('20', 6));
    await localnet.freezeTime();
    const found = await position();
    await expectAgreement(found);
    expect(BigInt(found.collateral[0]!.price)).toBe(2n ** 70n);
    await expectFlip(priceOf(found, 'WETH'));
    await localnet.thawTime();
  });

  it.each([0, 27])('a token of %s decimals', async (decimals) => {
    await localnet.supply('Core', OWNER, 'WETH', 10n ** 4n * (decimals === 0 ? 1n : ETHER * 10n ** 9n));
    await writeDecimals('WETH', BigInt(decimals));
    await localnet.setPrice('WETH', 100_000_000n);
    await localnet.borrow('Core', OWNER, 'USDC', parseUnits('7000', 6));
    await localnet.freezeTime();
    const found = await position();
    await expectAgreement(found);
    expect(found.collateral[0]).toMatchObject({ decimals, symbol: 'WETH' });
    await expectFlip(priceOf(found, 'WETH'));
    await localnet.thawTime();
  });
});

describe('what changes between two reads', () => {
  it('a reserve was added and is used: the next read has it (fault 37)', async () => {
    await localnet.supply('Core', OWNER, 'WETH', 10n * ETHER);
    const { memo } = await read();
    await listFurther(localnet, 1);
    await supplyFurther(localnet, LENDER, 0, 10_000);
    await supplyFurther(localnet, OWNER, 0, 500);
    const next = await read({ memo });
    expect(next.position!.collateral.map(({ symbol }) => symbol)).toEqual(['WETH', 'T0']);
    await expectAgreement(next.position!);
  });

  it('the efficiency mode was switched: the next read has its threshold (fault 37)', async () => {
    await localnet.supply('Core', OWNER, 'wstETH', 10n * ETHER);
    await localnet.borrow('Core', OWNER, 'WETH', 5n * ETHER);
    const before = await read();
    await localnet.setEMode('Core', OWNER, 1);
    const after = await read({ memo: before.memo });
    const thresholds = [before, after].map((each) => each.position?.collateral[0]?.threshold);
    expect([...thresholds, after.position?.eMode?.id]).toEqual(['8100', '9500', 1]);
    await expectAgreement(after.position!);
  });

  it('the position was closed: the next read has none', async () => {
    await localnet.supply('Core', OWNER, 'WETH', 10n * ETHER);
    await localnet.borrow('Core', OWNER, 'USDC', parseUnits('1000', 6));
    const { memo } = await read();
    await localnet.repay('Core', OWNER, 'USDC', 'all');
    await localnet.withdraw('Core', OWNER, 'WETH', 'all');
    expect((await read({ memo })).position).toBeNull();
  });
});

it('128 reserves, 122 of them in use: health factor equal to the wei, and the flip of the last', async () => {
  const FURTHER = 122; // beside the six that are there: as many as the pool can have
  await listFurther(localnet, FURTHER);
  for (let number = 0; number < FURTHER; number++) {
    if (number % 2 === 0) await supplyFurther(localnet, OWNER, number, 1_000 + number);
    else await supplyFurther(localnet, LENDER, number, 10_000);
  }
  for (let number = 1; number < FURTHER; number += 2)
    await borrowFurther(localnet, OWNER, number, 700 + number);
  await localnet.freezeTime();
  const found = await position();
  expect([found.collateral.length, found.debt.length]).toEqual([61, 61]);
  await expectAgreement(found);
  const last = liquidationPrices(found).find(({ asset }) => asset.address === furtherToken(FURTHER - 1))!;
  expect([last.side, last.direction]).toEqual(['debt', 'above']);
  expect(rules.along(found)(last.feed).safe(BigInt(last.safe!))).toBe(true);
  await localnet.thawTime();
}, 120_000);

/** UserConfigurationMap of the owner: PoolStorage._usersConfig, the mapping after _reserves. */
async function writeUserConfiguration(word: bigint) {
  const index = slotOf(OWNER, 53n);
  await localnet.client.setStorageAt({
    address: MARKETS.Core.pool,
    index,
    value: numberToHex(word, { size: 32 }),
  });
  await localnet.client.mine({ blocks: 1 });
}

/** ReserveConfigurationMap, the first word of PoolStorage._reserves[asset]: no governance lists such tokens, but forks may. */
async function writeDecimals(symbol: TokenSymbol, decimals: bigint) {
  const { client } = localnet;
  const { address } = TOKENS[symbol];
  const abi = parseAbi(['function getConfiguration(address asset) view returns (uint256)']);
  const pool = MARKETS.Core.pool;
  const word = await client.readContract({
    address: pool,
    abi,
    functionName: 'getConfiguration',
    args: [address],
  });
  const changed = (word & ~(255n << 48n)) | (decimals << 48n);
  await client.setStorageAt({
    address: pool,
    index: slotOf(address, 52n),
    value: numberToHex(changed, { size: 32 }),
  });
  await client.mine({ blocks: 1 });
}

const slotOf = (key: `0x${string}`, mapping: bigint) =>
  keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [key, mapping]));
