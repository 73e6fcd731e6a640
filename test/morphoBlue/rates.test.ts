import type { Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { type MorphoMarketName, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { expectDrift, expectGrowth, restOf } from '../support/drift';
import { readRates } from '../support/readRates';
import { borrowerOf, open } from './books';
import { readMorpho, told } from './readMorpho';

const MONTH = 30 * 86_400;

describe('rates on the real Morpho Blue', () => {
  let net: Localnet;
  let morpho: LocalMorpho;
  beforeAll(async () => {
    net = await startLocalnet();
    morpho = createMorpho(net.client);
  });
  afterAll(() => net.stop());

  async function read(market: MorphoMarketName, borrower: Hex) {
    const { positions } = await readMorpho(net.client, borrower, { memo: told([marketId(market)]) });
    const position = positions.find(({ market: { id } }) => id === marketId(market))!;
    const send = async (call: { to: Hex; data: Hex }) => (await net.client.call(call)).data ?? '0x';
    return { position, rates: await readRates(morphoBlue, position, send) };
  }

  it.each(['WETH/USDC', 'WBTC/USDC'] as const)(
    'in %s is what Morpho then adds in a month',
    async (market) => {
      const borrower = borrowerOf(0xd000 + market.length);
      await open(morpho, borrower, [{ market, dollars: 1_000_000, used: 0.5 }]);
      const { position, rates } = await read(market, borrower);
      await net.advance(MONTH);
      const { position: after } = await read(market, borrower);
      const rate = rates.debt[0]!;
      expectGrowth(BigInt(position.debt[0]!.amount), BigInt(after.debt[0]!.amount), rate, MONTH, true);
      expect(rates.collateral[0]).toMatchObject({ own: '0', borrow: null });
      // It has no curve that we know, and so no worst.
      expect(rate).toMatchObject({ curve: null, worst: null });
    },
  );

  it('interest alone liquidates when we say', async () => {
    const market = 'WETH/USDC';
    const borrower = borrowerOf(0xd100);
    await open(morpho, borrower, [{ market, dollars: 500_000, used: 0.985 }]);
    const liquidates = async () => (await morpho.wouldLiquidate({ market, borrower, repayShares: 1n })).ok;
    await expectDrift(await read(market, borrower), net.advance, liquidates, restOf(3));
  });
});
