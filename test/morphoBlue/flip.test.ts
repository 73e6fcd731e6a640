import type { Address } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/morphoBlue/rules';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import {
  MORPHO_MARKETS,
  type MorphoMarket,
  type MorphoMarketName,
  marketId,
} from '../localnet/deploy/morphoMarkets';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf, open } from './books';
import { readMorpho, told } from './readMorpho';

const cases = [
  { market: 'wstETH/WETH', dollars: 30_000, used: 0.9 },
  { market: 'WBTC/USDC', dollars: 97_000, used: 0.95 },
  { market: 'wstETH/USDC', dollars: 1_000_000, used: 0.5 },
  { market: 'WETH/USDC', dollars: 0.06, used: 0.8 },
  { market: 'BAL/WBTC', dollars: 40_000, used: 0.7 },
] as const satisfies readonly { market: MorphoMarketName; dollars: number; used: number }[];

describe('at every liquidation price Morpho refuses, one unit further it liquidates:', () => {
  let net: Localnet;
  let morpho: LocalMorpho;
  beforeAll(async () => {
    net = await startLocalnet();
    morpho = createMorpho(net.client);
  });
  afterAll(() => net.stop());

  async function positionIn(market: MorphoMarketName, borrower: Address): Promise<MorphoBluePosition> {
    const { positions } = await readMorpho(net.client, borrower, { memo: told([marketId(market)]) });
    const position = positions.find(({ market: { id } }) => id === marketId(market));
    if (!position) throw new Error(`no position in ${market}`);
    return position;
  }

  /** By a liquidator's real transaction for all that our rules say can be taken. */
  async function expectSeizure(market: MorphoMarketName, borrower: Address): Promise<bigint> {
    const position = await positionIn(market, borrower);
    const { repaid, seized, blocked } = rules.seizure!(position)!;
    const isAll = seized[0]!.amount === BigInt(position.collateral[0]!.amount);
    const by = isAll ? { seize: seized[0]!.amount } : { repayShares: BigInt(position.borrowed.shares) };
    const done = await morpho.liquidate({ market, borrower, ...by });
    expect(done).toMatchObject({ ok: true, repaid: repaid[0]!.amount, seized: seized[0]!.amount });
    expect(blocked).toBeNull();
    return done.ok ? done.badDebt : -1n;
  }

  it.each(cases.map((each, index) => ({ ...each, borrower: borrowerOf(0xf000 + index) })))(
    '$market',
    async ({ market, borrower, ...loan }) => {
      await open(morpho, borrower, [{ market, ...loan }]);
      await net.advance(86_400 * 3);
      await net.freezeTime();
      const [flip, ...others] = liquidationPrices(await positionIn(market, borrower)).filter(
        ({ safe }) => safe !== null,
      );
      const { collateral }: MorphoMarket = MORPHO_MARKETS[market];
      expect([flip?.asset.symbol, flip?.direction, others]).toEqual([collateral, 'below', []]);
      const attempt = { market, borrower, repayShares: 1n };
      const before = await net.snapshot();
      await morpho.setPrice(market, BigInt(flip!.safe!));
      expect(await morpho.liquidate(attempt)).toEqual({ ok: false, error: 'position is healthy' });
      expect(await morpho.wouldLiquidate(attempt)).toEqual({ ok: false, error: 'position is healthy' });
      await morpho.setPrice(market, BigInt(flip!.liquidated!));
      expect(await morpho.wouldLiquidate(attempt)).toEqual({ ok: true });
      expect(await expectSeizure(market, borrower)).toBe(0n);
      expect(await morpho.position(market, borrower)).toMatchObject({ borrowShares: 0n });
      await net.revert(before);

      // So far down that the collateral pays for a part only: all of it goes, the rest is the lenders' loss.
      const again = await net.snapshot();
      await morpho.setPrice(market, BigInt(flip!.liquidated!) / 3n);
      expect(await expectSeizure(market, borrower)).toBeGreaterThan(0n);
      expect(await morpho.position(market, borrower)).toEqual({ borrowShares: 0n, collateral: 0n });
      await net.revert(again);
      await net.thawTime();
    },
  );

  it('a price of zero: all is taken for nothing', async () => {
    const borrower = borrowerOf(0xf100);
    await open(morpho, borrower, [{ market: 'WBTC/USDC', dollars: 50_000, used: 0.5 }]);
    await net.freezeTime();
    const before = await net.snapshot();
    await morpho.setPrice('WBTC/USDC', 0n);
    const position = await positionIn('WBTC/USDC', borrower);
    expect([rules.healthFactor(position), rules.liquidatable(position), position.agrees]).toEqual([
      0n,
      true,
      true,
    ]);
    expect(rules.seizure!(position)!.repaid[0]!.amount).toBe(0n);
    expect(await expectSeizure('WBTC/USDC', borrower)).toBeGreaterThan(21_499_000000n);
    await net.revert(before);
    await net.thawTime();
  });
});
