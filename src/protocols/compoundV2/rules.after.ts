import type { Action } from '../../model/action';
import type { CompoundV2Position, CTokenCollateral } from './rules.position';
import { ceilDiv, sumsOf, WAD } from './rules.sums';

/** CToken.mint, redeemUnderlying, borrow and repayBorrow: debts change by exactly the amount, collateral by cTokens. */
export function afterOf(position: CompoundV2Position, action: Action): CompoundV2Position {
  const { kind, place, amount } = action;
  if (amount <= 0n) return position;
  if (kind === 'supply' || kind === 'withdraw') {
    const held = position.collateral[place];
    if (!held) return position;
    const changed = kind === 'supply' ? minted(held, amount) : redeemed(held, amount);
    const kept = changed.cTokens === '0' ? [] : [changed];
    return { ...position, collateral: position.collateral.toSpliced(place, 1, ...kept) };
  }
  const owed = position.debt[place];
  if (!owed) return position;
  const there = BigInt(owed.amount);
  const left = kind === 'borrow' ? there + amount : there - amount;
  const kept = left > 0n ? [{ ...owed, amount: `${left}` }] : [];
  return { ...position, debt: position.debt.toSpliced(place, 1, ...kept) };
}

/** mintFresh: cTokens rounded down. What that leaves in the pool only raises the exchange rate. */
const minted = (held: CTokenCollateral, amount: bigint): CTokenCollateral =>
  withCTokens(
    held,
    BigInt(held.cTokens) + (amount * WAD) / BigInt(held.exchangeRate),
    BigInt(held.exchangeRate),
  );

/**
 * redeemFresh takes cTokens rounded down, at the cost of all that stay in the market: its exchange rate falls by less than
 * one cToken's worth, spread over all cTokens, and by the rounding of the rate itself. How many there are is not in a
 * position, so the owner is taken to bear the whole: one cToken more, and one unit of the rate.
 */
function redeemed(held: CTokenCollateral, amount: bigint): CTokenCollateral {
  const rate = BigInt(held.exchangeRate);
  const there = BigInt(held.cTokens);
  if (amount >= BigInt(held.amount)) return withCTokens(held, 0n, rate);
  const taken = ceilDiv(amount * WAD, rate);
  const isEven = (amount * WAD) % rate === 0n;
  return withCTokens(held, there > taken ? there - taken : 0n, isEven ? rate : rate - 1n);
}

const withCTokens = (held: CTokenCollateral, cTokens: bigint, rate: bigint): CTokenCollateral => ({
  ...held,
  cTokens: `${cTokens}`,
  exchangeRate: `${rate}`,
  amount: `${(cTokens * rate) / WAD}`,
});

/** Comptroller.borrowAllowed and redeemAllowed: no shortfall afterwards. A market that was given up lends nothing. */
export function refusalOf(position: CompoundV2Position, action: Action): string | null {
  const { kind, place } = action;
  if (kind === 'supply' || kind === 'repay') return null;
  const borrowed = kind === 'borrow' ? position.debt[place] : undefined;
  if (borrowed?.deprecated) return `Compound lends no more ${borrowed.symbol}`;
  const { counted, owed } = sumsOf(afterOf(position, action));
  return counted >= owed ? null : 'it is more than the collateral lets you borrow';
}
