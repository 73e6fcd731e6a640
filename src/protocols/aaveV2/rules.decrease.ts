import type { Action } from '../../model/action';
import type { Holding } from '../../model/position';
import type { AaveV2Position } from './rules.position';

const BPS = 10_000n;
const WAD = 10n ** 18n;

const worthOf = ({ price, decimals }: Holding, amount: bigint): bigint =>
  (amount * BigInt(price)) / 10n ** BigInt(decimals);
const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/**
 * GenericLogic.balanceDecreaseAllowed: the average threshold is floored before what is withdrawn is taken out of it, so
 * that the pool can refuse what would be safe afterwards.
 */
export function mayDecrease({ collateral, debt }: AaveV2Position, { kind, place, amount }: Action): boolean {
  const taken = kind === 'withdraw' ? collateral[place] : undefined;
  const owed = total(debt.map((each) => worthOf(each, BigInt(each.amount))));
  if (!taken?.enabled || taken.threshold === '0' || owed === 0n) return true;
  const counting = collateral.filter(({ enabled, threshold }) => enabled && threshold !== '0');
  const values = counting.map((held) => worthOf(held, BigInt(held.amount)));
  const all = total(values);
  const weighted = total(counting.map(({ threshold }, at) => (values[at] ?? 0n) * BigInt(threshold)));
  const there = BigInt(taken.amount);
  const less = worthOf(taken, amount < there ? amount : there);
  if (all <= less) return false;
  const left = all * (weighted / all) - less * BigInt(taken.threshold);
  if (left < 0n) return false;
  const average = left / (all - less);
  const counted = ((all - less) * average + BPS / 2n) / BPS; // percentMul, half up
  return (counted * WAD + owed / 2n) / owed >= WAD; // wadDiv, half up
}
