import type { Address } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiquidationPrice } from '../../src/model/risk';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { type Localnet, startLocalnet } from '../localnet/start';
import { type Case, cases, openCase } from './cases';
import { borrowerOf } from './portfolio';
import { symbolAt } from './prices';
import { readAt } from './readAt';

/** HealthFactorNotBelowThreshold, by its name and by its number in 3.0. */
const REFUSED = { '3.6': 'HealthFactorNotBelowThreshold', '3.0': '45' } as const;
const versions = ['3.6', '3.0'] as const;

describe.each(versions)(
  'at every liquidation price Aave %s refuses, one unit further it liquidates:',
  (version) => {
    let localnet: Localnet;
    beforeAll(async () => {
      localnet = await startLocalnet({ version });
    });
    afterAll(() => localnet.stop());

    it.each(cases.map((each, index) => ({ ...each, borrower: borrowerOf(index) })))(
      '$name',
      async (opened) => {
        await openCase(localnet, opened.borrower, opened);
        await localnet.freezeTime();
        const { position } = await readAt(localnet.client, opened.borrower);
        const found = liquidationPrices(position!).filter(({ safe }) => safe !== null);
        expect(found.map(({ asset }) => asset.symbol).sort()).toEqual([...opened.flips].sort());
        for (const flip of found) await expectFlip(opened, flip);
        await localnet.thawTime();
      },
    );

    /** By a liquidator's real transactions, in a copy of the state. */
    async function expectFlip({ borrower, pair }: Case & { borrower: Address }, flip: LiquidationPrice) {
      const attempt = { market: 'Core', borrower, ...pair } as const;
      const moved = symbolAt(flip.asset.address);
      const before = await localnet.snapshot();
      await localnet.setPrice(moved, BigInt(flip.safe!));
      expect(await localnet.liquidate(attempt)).toEqual({ ok: false, error: REFUSED[version] });
      await localnet.setPrice(moved, BigInt(flip.liquidated!));
      expect(await localnet.liquidate(attempt)).toMatchObject({ ok: true });
      await localnet.revert(before);
    }
  },
);
