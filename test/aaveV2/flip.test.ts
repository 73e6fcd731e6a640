import type { Address } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiquidationPrice } from '../../src/model/risk';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { borrowerOf } from '../aaveV3/portfolio';
import { symbolAt } from '../aaveV3/prices';
import { type Localnet, startLocalnet } from '../localnet/start';
import { type Case, cases, openCase } from './cases';
import { createV2, type V2 } from './pool';
import { readAt } from './readAt';

/** LPCM_HEALTH_FACTOR_NOT_BELOW_THRESHOLD. */
const REFUSED = '42';

let localnet: Localnet;
let v2: V2;
beforeAll(async () => {
  localnet = await startLocalnet();
  v2 = createV2(localnet);
});
afterAll(() => localnet.stop());

describe('at every liquidation price Aave v2 refuses, one unit further it liquidates:', () => {
  it.each(cases.map((one, index) => ({ ...one, borrower: borrowerOf(index) })))('$name', async (one) => {
    await openCase(v2, one.borrower, one);
    await localnet.freezeTime();
    const { position } = await readAt(localnet.client, one.borrower);
    const all = liquidationPrices(position!);
    const found = all.filter(({ safe }) => safe !== null);
    expect(found.map(({ asset }) => asset.symbol).sort()).toEqual([...one.flips].sort());
    for (const { asset, reason } of all) {
      if (asset.symbol === 'WETH') expect(reason).toBe('safe at every price');
    }
    for (const flip of found) await expectFlip(one, flip);
    await localnet.thawTime();
  });
});

/** By a liquidator's real transactions, in a copy of the state. */
async function expectFlip({ borrower, pair }: Case & { borrower: Address }, flip: LiquidationPrice) {
  const attempt = () => v2.liquidate(borrower, pair.collateral, pair.debt);
  const moved = symbolAt(flip.asset.address);
  const before = await localnet.snapshot();
  await v2.setPrice(moved, BigInt(flip.safe!));
  expect(await attempt()).toEqual({ ok: false, error: REFUSED });
  await v2.setPrice(moved, BigInt(flip.liquidated!));
  expect(await attempt()).toMatchObject({ ok: true });
  await localnet.revert(before);
}
