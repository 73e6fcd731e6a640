import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Localnet, startLocalnet } from './start';

const ACCOUNT = '0xb000000000000000000000000000000000000003';
const ether = (whole: number) => BigInt(whole) * 10n ** 18n;

const versions = [
  { version: '3.6', paused: 'ReservePaused', frozen: 'ReserveFrozen' },
  { version: '3.0', paused: '29', frozen: '28' },
] as const;

describe.each(versions)('parameter changes on Aave v$version', ({ version, paused, frozen }) => {
  let net: Localnet;
  let fresh: `0x${string}`;
  beforeAll(async () => {
    net = await startLocalnet({ version });
  });
  beforeEach(async () => {
    fresh = await net.snapshot();
    await net.supply('Core', ACCOUNT, 'WETH', ether(1));
  });
  afterEach(() => net.revert(fresh));
  afterAll(() => net.stop());

  it('move a reserve’s threshold', async () => {
    await net.configureReserve('Core', 'WETH', { ltv: 7000, lt: 7500, bonus: 10700 });
    const { ltv, currentLiquidationThreshold } = await net.accountData('Core', ACCOUNT);
    expect([ltv, currentLiquidationThreshold]).toEqual([7000n, 7500n]);
  });

  it('move an eMode category’s threshold', async () => {
    await net.setEMode('Core', ACCOUNT, 1);
    await net.setEModeCategory('Core', { id: 1, ltv: 8600, lt: 8800, bonus: 10200, label: 'lowered' });
    expect((await net.accountData('Core', ACCOUNT)).currentLiquidationThreshold).toBe(8800n);
  });

  it('pause and unpause', async () => {
    await net.pause('Core', 'WETH', true);
    await expect(net.withdraw('Core', ACCOUNT, 'WETH', 1n)).rejects.toThrow(paused);
    await net.pause('Core', 'WETH', false);
    await net.withdraw('Core', ACCOUNT, 'WETH', 10n);
  });

  it('freeze, which still lets out', async () => {
    await net.freeze('Core', 'WETH', true);
    await expect(net.supply('Core', ACCOUNT, 'WETH', ether(1))).rejects.toThrow(frozen);
    await net.withdraw('Core', ACCOUNT, 'WETH', 10n);
  });
});

describe('eMode membership', () => {
  it('on 3.6, an asset leaves the category or lends nothing in it', async () => {
    const net = await startLocalnet({ version: '3.6' });
    try {
      await net.supply('Core', ACCOUNT, 'wstETH', ether(1));
      await net.setEMode('Core', ACCOUNT, 1);
      await net.setEModeMembership('Core', 'wstETH', 1, { ltvZero: true });
      const zeroed = await net.accountData('Core', ACCOUNT);
      expect([zeroed.ltv, zeroed.currentLiquidationThreshold]).toEqual([0n, 9500n]);
      await net.setEModeMembership('Core', 'wstETH', 1, { collateral: false });
      expect((await net.accountData('Core', ACCOUNT)).currentLiquidationThreshold).toBe(8100n);
    } finally {
      await net.stop();
    }
  });

  it('on 3.0, a category’s own price source replaces the asset’s, and stable debt counts', async () => {
    const net = await startLocalnet({ version: '3.0' });
    try {
      await net.supply('Core', ACCOUNT, 'wstETH', ether(1));
      const priceSource = net.tokens.USDC.address;
      await net.setEMode('Core', ACCOUNT, 1);
      const before = await net.accountData('Core', ACCOUNT);
      const category = { id: 1, ltv: 9300, lt: 9500, bonus: 10100, label: 'one price', priceSource };
      await net.setEModeCategory('Core', category);
      const after = await net.accountData('Core', ACCOUNT);
      // The oracle knows USDC's price under that address: a wstETH is worth a dollar in this category.
      expect(before.totalCollateralBase).toBeGreaterThan(3600_00000000n);
      expect(after.totalCollateralBase).toBeLessThan(1_01000000n);
      await net.setReserveEMode('Core', 'wstETH', 0);
      expect((await net.accountData('Core', ACCOUNT)).currentLiquidationThreshold).toBe(8100n);

      await net.setEMode('Core', ACCOUNT, 0);
      await net.borrow('Core', ACCOUNT, 'DAI', ether(1000), 'stable');
      const { stableDebt, variableDebt } = await net.reservePosition('Core', ACCOUNT, 'DAI');
      expect([stableDebt >= ether(1000), variableDebt]).toEqual([true, 0n]);
      expect((await net.accountData('Core', ACCOUNT)).totalDebtBase).toBeGreaterThanOrEqual(1000_00000000n);
    } finally {
      await net.stop();
    }
  });
});
