import { maxUint256 } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ContractRevert } from './revert';
import { type Localnet, startLocalnet } from './start';

const BORROWER = '0xb000000000000000000000000000000000000001';
const usdc = (whole: number) => BigInt(whole) * 10n ** 6n;
const ether = (whole: number) => BigInt(whole) * 10n ** 18n;

const versions = [
  { version: '3.6', healthy: 'HealthFactorNotBelowThreshold', noCover: 'CollateralCannotCoverNewBorrow' },
  { version: '3.0', healthy: '45', noCover: '36' },
] as const;

describe.each(versions)('a position on Aave v$version', ({ version, healthy, noCover }) => {
  let net: Localnet;
  let fresh: `0x${string}`;
  beforeAll(async () => {
    net = await startLocalnet({ version });
    await net.freezeTime();
  });
  beforeEach(async () => {
    fresh = await net.snapshot();
  });
  afterEach(() => net.revert(fresh));
  afterAll(() => net.stop());

  const liquidation = { market: 'Core', borrower: BORROWER, collateral: 'WETH', debt: 'USDC' } as const;

  async function open(): Promise<void> {
    await net.supply('Core', BORROWER, 'WETH', ether(10));
    await net.borrow('Core', BORROWER, 'USDC', usdc(20_000));
  }

  it('opens, with the health factor of the contract', async () => {
    await open();
    const { totalDebtBase, healthFactor } = await net.accountData('Core', BORROWER);
    // 3.6 rounds a debt up by a unit, 3.0 does not.
    expect([20_000_00000000n, 20_000_00000100n]).toContain(totalDebtBase);
    expect(Number(healthFactor) / 1e18).toBeCloseTo((10 * 3020 * 0.83) / 20_000, 6);
  });

  it('is refused to a liquidator, then liquidated after the price fell', async () => {
    await open();
    expect(await net.wouldLiquidate(liquidation)).toEqual({ ok: false, error: healthy });
    expect(await net.liquidate(liquidation)).toEqual({ ok: false, error: healthy });
    await net.setPrice('WETH', 2400_00000000n);
    expect(await net.wouldLiquidate(liquidation)).toEqual({ ok: true });
    expect((await net.reservePosition('Core', BORROWER, 'USDC')).variableDebt).toBeGreaterThanOrEqual(
      usdc(20_000),
    );
    const { ok } = await net.liquidate(liquidation);
    expect(ok).toBe(true);
    const { variableDebt } = await net.reservePosition('Core', BORROWER, 'USDC');
    expect(variableDebt).toBeGreaterThan(0n);
    expect(variableDebt).toBeLessThan(usdc(11_000));
  });

  it('flips at one unit of the price while time stands still', async () => {
    await open();
    let [safe, unsafe] = [3020_00000000n, 2000_00000000n];
    while (safe - unsafe > 1n) {
      const middle = (safe + unsafe) / 2n;
      await net.setPrice('WETH', middle);
      const { healthFactor } = await net.accountData('Core', BORROWER);
      if (healthFactor >= 10n ** 18n) safe = middle;
      else unsafe = middle;
    }
    await net.setPrice('WETH', safe);
    expect(await net.liquidate(liquidation)).toEqual({ ok: false, error: healthy });
    await net.setPrice('WETH', unsafe);
    expect((await net.liquidate(liquidation)).ok).toBe(true);
  });

  it('is closed by repaying all and withdrawing all', async () => {
    await open();
    await net.advance(3600 * 24 * 30);
    await net.repay('Core', BORROWER, 'USDC', 'all');
    await net.withdraw('Core', BORROWER, 'WETH', 'all');
    const { totalCollateralBase, totalDebtBase, healthFactor } = await net.accountData('Core', BORROWER);
    expect([totalCollateralBase, totalDebtBase, healthFactor]).toEqual([0n, 0n, maxUint256]);
    expect(await net.balance('WETH', BORROWER)).toBeGreaterThan(ether(10));
  });

  it('throws the pool’s reason when a borrow exceeds the loan-to-value', async () => {
    await net.supply('Core', BORROWER, 'WETH', ether(1));
    const refused = net.borrow('Core', BORROWER, 'USDC', usdc(2470));
    await expect(refused).rejects.toThrow(new ContractRevert(noCover));
  });

  it('borrows more in eMode', async () => {
    await net.supply('Core', BORROWER, 'wstETH', ether(10));
    const before = await net.accountData('Core', BORROWER);
    await net.setEMode('Core', BORROWER, 1);
    const after = await net.accountData('Core', BORROWER);
    expect([before.ltv, before.currentLiquidationThreshold]).toEqual([7850n, 8100n]);
    expect([after.ltv, after.currentLiquidationThreshold]).toEqual([9300n, 9500n]);
    await net.borrow('Core', BORROWER, 'WETH', ether(11));
    expect((await net.reservePosition('Core', BORROWER, 'WETH')).variableDebt).toBeGreaterThanOrEqual(
      ether(11),
    );
  });

  it('counts a collateral only while it is enabled', async () => {
    await net.supply('Core', BORROWER, 'WETH', ether(1));
    await net.setCollateral('Core', BORROWER, 'WETH', false);
    expect((await net.accountData('Core', BORROWER)).totalCollateralBase).toBe(0n);
    await net.setCollateral('Core', BORROWER, 'WETH', true);
    expect((await net.accountData('Core', BORROWER)).totalCollateralBase).toBeGreaterThan(3019_00000000n);
  });

  it('holds an asset of LTV 0 as collateral that still counts for liquidation', async () => {
    const { lt, bonus } = { lt: 5900, bonus: 10830 };
    await net.configureReserve('Core', 'BAL', { ltv: 5700, lt, bonus });
    await net.supply('Core', BORROWER, 'BAL', ether(1000));
    await net.configureReserve('Core', 'BAL', { ltv: 0, lt, bonus });
    const { ltv, currentLiquidationThreshold } = await net.accountData('Core', BORROWER);
    expect([ltv, currentLiquidationThreshold]).toEqual([0n, 5900n]);
  });
});
