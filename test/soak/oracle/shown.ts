import { NO_DEBT, WAD } from './reckoning';

export interface Shown {
  readonly level: string;
  readonly healthFactor: string;
}

/** Rounded down to two decimals, to three below 1.1. */
export function shownFactor(healthFactor: bigint): string {
  if (healthFactor === NO_DEBT) return 'no debt';
  if (healthFactor > 100n * WAD) return '100+';
  const decimals = healthFactor < 1_100_000_000_000_000_000n ? 3 : 2;
  const scaled = healthFactor / 10n ** BigInt(18 - decimals);
  const digits = `${scaled}`.padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const ORDER = ['liquidatable', 'critical', 'low', 'unknown', 'watch', 'safe'];

/** The one that stands for them all. */
export function worstOf(all: readonly Shown[]): Shown {
  const danger = (a: Shown) => ORDER.indexOf(a.level);
  const factor = (a: Shown) => Number.parseFloat(a.healthFactor) || Number.MAX_VALUE;
  const [worst] = all.toSorted((a, b) => danger(a) - danger(b) || factor(a) - factor(b));
  return worst ?? { level: '', healthFactor: '' };
}

/** What the icon says of them all: the worst, in four characters. */
export function shownOnIcon(all: readonly Shown[]): string {
  const { healthFactor } = worstOf(all);
  return healthFactor === 'no debt' ? '' : healthFactor.slice(0, 4).replace(/\.$/, '');
}
