import type { Action } from '../../src/model/action';
import type { AaveV4Position } from '../../src/protocols/aaveV4/rules.position';
import { RAY } from './byHand';

/**
 * A user's account in a spoke and its hub's pools as the contracts keep them. No contract of Aave v4 runs here: its
 * arithmetic once more, in the contracts' order, on positions that were recorded.
 */
export interface Account {
  readonly supplied: bigint[];
  readonly factors: bigint[];
  readonly pools: { assets: bigint; shares: bigint }[];
  readonly drawn: bigint[];
  readonly premiumRay: bigint[];
}

const VIRTUAL = 1_000_000n;
const up = (a: bigint, b: bigint): bigint => a / b + (a % b > 0n ? 1n : 0n);

export const accountOf = ({ collateral, debt }: AaveV4Position): Account => ({
  supplied: collateral.map(({ shares }) => BigInt(shares)),
  factors: collateral.map(({ threshold }) => BigInt(threshold)),
  pools: collateral.map(({ pool }) => ({ assets: BigInt(pool!.assets), shares: BigInt(pool!.shares) })),
  drawn: debt.map(({ drawnShares }) => BigInt(drawnShares)),
  premiumRay: debt.map(({ premiumRay }) => BigInt(premiumRay)),
});

export function suppliedAssets({ supplied, pools }: Account, place: number): bigint {
  const { assets, shares } = pools[place]!;
  return (supplied[place]! * (assets + VIRTUAL)) / (shares + VIRTUAL);
}

export function act(of: AaveV4Position, { kind, place, amount }: Action): Account {
  const account = accountOf(of);
  const pool = account.pools[place];
  const index = BigInt(of.debt[place]?.drawnIndex ?? 1);
  if (kind === 'supply' && pool) {
    const shares = (amount * (pool.shares + VIRTUAL)) / (pool.assets + VIRTUAL);
    pool.assets += amount;
    pool.shares += shares;
    account.supplied[place]! += shares;
  }
  if (kind === 'withdraw' && pool) {
    const there = suppliedAssets(account, place);
    const assets = amount < there ? amount : there;
    const shares = up(assets * (pool.shares + VIRTUAL), pool.assets + VIRTUAL);
    pool.assets -= assets;
    pool.shares -= shares;
    account.supplied[place]! -= shares;
  }
  if (kind === 'borrow') account.drawn[place]! += up(amount * RAY, index);
  if (kind === 'repay') {
    const drawnDebt = up(account.drawn[place]! * index, RAY);
    const premiumDebt = up(account.premiumRay[place]!, RAY);
    const isAll = amount >= drawnDebt + premiumDebt;
    const premium = isAll || amount >= premiumDebt ? account.premiumRay[place]! : amount * RAY;
    const restored = isAll ? drawnDebt : amount > premiumDebt ? amount - premiumDebt : 0n;
    account.premiumRay[place]! -= premium;
    account.drawn[place]! -= (restored * RAY) / index;
  }
  if (kind === 'withdraw' || kind === 'borrow') {
    for (const [at, { loanToValue }] of of.collateral.entries()) account.factors[at] = BigInt(loanToValue);
  }
  return account;
}

/** Both sides of the health factor, over one denominator: counted collateral and debt, each times 1e49. */
export function sidesOf(of: AaveV4Position, account: Account) {
  let [counted, owed] = [0n, 0n];
  for (const [at, { price, decimals }] of of.collateral.entries()) {
    const value = suppliedAssets(account, at) * 10n ** BigInt(18 - decimals) * BigInt(price);
    counted += value * account.factors[at]! * (RAY / 10_000n);
  }
  for (const [at, { price, decimals, drawnIndex }] of of.debt.entries()) {
    const ray = account.drawn[at]! * BigInt(drawnIndex) + account.premiumRay[at]!;
    owed += ray * 10n ** BigInt(18 - decimals) * BigInt(price);
  }
  return { counted, owed };
}
