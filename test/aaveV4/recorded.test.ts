import { describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/aaveV4/rules';
import type { AaveV4Position } from '../../src/protocols/aaveV4/rules.position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { type Flip, recorded } from '../replay/aaveV4';
import { moved } from './moved';
import { readAt, readOnce } from './readAt';

const MAX_UINT256 = 2n ** 256n - 1n;

const all = recorded.positions.map((each) => ({
  ...each,
  name: `${each.id}: ${each.category}, ${each.spokeName} at block ${each.block.number}`,
}));

const priceOf = (position: AaveV4Position, feed: string) => {
  const found = liquidationPrices(position).find((each) => each.feed.toLowerCase() === feed);
  if (!found) throw new Error(`no liquidation price for ${feed}`);
  return found;
};

/** Well on the safe side of a flip: what is liquidatable today has a liquidation price only from there. */
const safeSide = ({ direction, safe }: Flip): bigint =>
  direction === 'down' ? BigInt(safe!) * 2n : (BigInt(safe!) + 1n) / 2n;

describe('every recorded position', () => {
  it.each(all)('$name: health factor and verdict', async (of) => {
    const { position } = await readAt(of);
    const { accountData, liquidatableNow } = of.truth;
    const healthFactor = position ? (rules.healthFactor(position) ?? MAX_UINT256) : MAX_UINT256;
    expect(`${healthFactor}`).toBe(accountData.healthFactor);
    expect(position ? rules.liquidatable(position) : false).toBe(liquidatableNow);
    if (position) expect(position.agrees).toBe(true);
    else expect(['supplyOnly', 'empty']).toContain(of.category);
  });

  it.each(all)('$name: amounts as the spoke tells them', async (of) => {
    const { position } = await readAt(of);
    const told = (fn: string, reserveId: number): string => {
      const call = of.calls.find((each) => each.fn === fn && each.args[0] === `${reserveId}`);
      return `${BigInt(call?.result ?? 0)}`;
    };
    for (const held of position?.collateral ?? []) {
      expect(held.amount).toBe(told('getUserSuppliedAssets', held.reserveId));
      expect(held.shares).toBe(told('getUserSuppliedShares', held.reserveId));
    }
    for (const owed of position?.debt ?? []) {
      expect(owed.amount).toBe(told('getUserTotalDebt', owed.reserveId));
      expect(owed.premiumRay).toBe(told('getUserPremiumDebtRay', owed.reserveId));
    }
  });
});

const flips = all.flatMap((of) =>
  (of.truth.flips ?? []).map((flip) => ({ name: `${of.name}, feed ${flip.feed.slice(0, 8)}`, of, flip })),
);
const withPrice = flips.filter(({ flip }) => flip.safe !== null);
const without = flips.filter(({ flip }) => flip.safe === null);

describe('every recorded flip', () => {
  it('is tried', () => {
    expect({ withPrice: withPrice.length, without: without.length }).toEqual({ withPrice: 100, without: 9 });
  });

  it.each(withPrice)('$name', async ({ of, flip }) => {
    const position = await readOnce(of);
    const now = priceOf(position, flip.feed);
    expect(now.price).toBe(flip.price);
    expect(now.reason).toBe(of.truth.liquidatableNow ? 'already liquidatable' : null);
    const starts = [safeSide(flip), BigInt(flip.safe!)];
    if (!of.truth.liquidatableNow) starts.push(BigInt(flip.price));
    for (const start of starts) {
      expect(priceOf(moved(position, flip.feed, start), flip.feed)).toMatchObject({
        direction: flip.direction === 'down' ? 'below' : 'above',
        safe: flip.safe,
        liquidated: flip.liq,
      });
    }
    const healthFactorAt = (price: string) =>
      `${rules.healthFactor(moved(position, flip.feed, BigInt(price)))}`;
    expect(healthFactorAt(flip.safe!)).toBe(flip.healthFactorAtSafe);
    expect(healthFactorAt(flip.liq!)).toBe(flip.healthFactorAtLiq);
  });

  it.each(without)('$name: none, $flip.why', async ({ of, flip }) => {
    const found = priceOf(await readOnce(of), flip.feed);
    expect(found).toMatchObject({ direction: 'none', safe: null, liquidated: null });
    const reasons = { 'safe at every price': 'safe at every price' } as Record<string, string>;
    expect(found.reason).toBe(reasons[flip.why ?? ''] ?? 'already liquidatable');
  });
});
