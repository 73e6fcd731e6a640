import type { Address } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LiquidationPrice } from '../../src/model/risk';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import { protocols } from '../../src/protocols/registry';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { rulesOf } from '../../src/risk/rules';
import { type Case, cases, openCase } from '../aaveV3/cases';
import { borrowerOf } from '../aaveV3/portfolio';
import { symbolAt } from '../aaveV3/prices';
import { MARKETS } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { readMarket } from '../support/readMarket';

/** The health factor is not below 1: Errors.sol of 3.0. */
const REFUSED = '45';

const spark = protocols.find(({ id }) => id === 'spark')!;
const [ethereum] = spark.markets;
const borrower = borrowerOf(0);

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

const read = (owner: Address, memo = null) => readMarket(localnet.client, spark, ethereum!, owner, { memo });

async function opened(one: Case): Promise<AaveV3Position> {
  await openCase(localnet, borrower, one, 'Spark');
  await localnet.freezeTime();
  const { positions } = await read(borrower);
  return positions[0] as AaveV3Position;
}

it('reads a position in Spark’s own name, by the rules of 3.0', async () => {
  const position = await opened(cases[0]!);
  expect(position.market).toEqual({
    protocol: 'spark',
    chainId: 1,
    name: 'Spark',
    address: MARKETS.Spark.pool,
  });
  expect(position).toMatchObject({ version: '3.0', arithmetic: 'averaged', agrees: true });
  const { healthFactor } = await localnet.accountData('Spark', borrower);
  expect(rulesOf(position).healthFactor(position)).toBe(healthFactor);
});

it('leaves Aave’s market next door empty, in one round', async () => {
  await openCase(localnet, borrower, cases[0]!, 'Spark');
  const aave = protocols.find(({ id }) => id === 'aaveV3')!;
  const { positions, rounds } = await readMarket(localnet.client, aave, aave.markets[0]!, borrower);
  expect([positions, rounds]).toEqual([[], 1]);
});

describe('at every liquidation price Spark refuses, one unit further it liquidates:', () => {
  it.each(cases)('$name', async (one) => {
    const position = await opened(one);
    const found = liquidationPrices(position).filter(({ safe }) => safe !== null);
    expect(found.map(({ asset }) => asset.symbol).sort()).toEqual([...one.flips].sort());
    for (const flip of found) await expectFlip(one, flip);
    await localnet.thawTime();
  });

  async function expectFlip({ pair }: Case, flip: LiquidationPrice) {
    const attempt = { market: 'Spark', borrower, ...pair } as const;
    const moved = symbolAt(flip.asset.address);
    const before = await localnet.snapshot();
    await localnet.setPrice(moved, BigInt(flip.safe!));
    expect(await localnet.liquidate(attempt)).toEqual({ ok: false, error: REFUSED });
    await localnet.setPrice(moved, BigInt(flip.liquidated!));
    expect(await localnet.liquidate(attempt)).toMatchObject({ ok: true });
    await localnet.revert(before);
  }
});
