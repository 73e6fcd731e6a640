import type { Integer } from '../model/asset';
import type { Holding, Position } from '../model/position';

/** What a protocol's holdings and positions may carry of their interest (`rules.position.ts` in its folder). */
interface Carried extends Holding {
  /** Compound v2's collateral. */
  readonly cTokens?: Integer;
  readonly exchangeRate?: Integer;
  /** Aave v4's. */
  readonly shares?: Integer;
  readonly pool?: { readonly assets: Integer; readonly shares: Integer } | null;
  readonly drawnShares?: Integer;
  readonly drawnIndex?: Integer;
  readonly premiumRay?: Integer;
}

type Carrying = Position & {
  /** Compound v3's. */
  readonly principal?: Integer;
  readonly indices?: { readonly borrow: Integer };
  /** Morpho's. */
  readonly borrowed?: {
    readonly shares: Integer;
    readonly totalAssets: Integer;
    readonly totalShares: Integer;
  };
};

const WAD = 10n ** 18n;
const RAY = 10n ** 27n;
const INDEX_SCALE = 10n ** 15n;
const YEAR = 31_536_000n;

/** Where only amounts are known, growth up to doubling in a year is interest, and rounding by two of the smallest unit. */
const MOST_A_YEAR = 1n;
const ROUNDED = 2n;

/** The quantities of a holding, which neither prices nor parameters change. */
export function quantitiesOf(holding: Carried): Partial<Carried> {
  const { amount, cTokens, exchangeRate, shares, pool, drawnShares, drawnIndex, premiumRay } = holding;
  const all = { amount, cTokens, exchangeRate, shares, pool, drawnShares, drawnIndex, premiumRay };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * The holding with what was in it before, grown to the later snapshot: by the index or share price that the position
 * carries, else by its own growth where that is small enough for interest. Where it is not, all of it is an action.
 */
export function grown<H extends Holding>(before: H, now: H, side: Side, was: Position, is: Position): H {
  return { ...before, ...growth(before, now, side, was, is) };
}

export interface Side {
  readonly owed: boolean;
  readonly seconds: number;
}

function growth(before: Carried, now: Carried, side: Side, was: Carrying, is: Carrying): Partial<Carried> {
  const { cTokens, drawnShares, premiumRay = '0', shares } = before;
  if (cTokens && now.exchangeRate) {
    const { exchangeRate } = now;
    return { exchangeRate, amount: `${(BigInt(cTokens) * BigInt(exchangeRate)) / WAD}` };
  }
  if (drawnShares && now.drawnIndex) {
    if (drawnShares === now.drawnShares) return quantitiesOf(now);
    const ray = BigInt(drawnShares) * BigInt(now.drawnIndex) + BigInt(premiumRay);
    return { drawnIndex: now.drawnIndex, amount: `${(ray + RAY - 1n) / RAY}` };
  }
  if (shares && shares === now.shares) return quantitiesOf(now);
  if (was.principal && is.indices) {
    if (!side.owed) return {};
    const principal = BigInt(was.principal);
    return { amount: `${((principal < 0n ? -principal : 0n) * BigInt(is.indices.borrow)) / INDEX_SCALE}` };
  }
  if (was.borrowed && is.borrowed) {
    return side.owed ? { amount: `${owedShares(BigInt(was.borrowed.shares), is.borrowed)}` } : {};
  }
  const more = BigInt(now.amount) - BigInt(before.amount);
  const most = (BigInt(before.amount) * MOST_A_YEAR * BigInt(Math.max(0, side.seconds))) / YEAR + ROUNDED;
  return more >= 0n && more <= most ? { amount: now.amount } : {};
}

/** SharesMathLib.toAssetsUp: an empty market starts at a million shares for one asset. */
function owedShares(shares: bigint, all: NonNullable<Carrying['borrowed']>): bigint {
  const allShares = BigInt(all.totalShares) + 1_000_000n;
  return (shares * (BigInt(all.totalAssets) + 1n) + allShares - 1n) / allShares;
}
