/**
 * What a user should be shown and told, worked out anew from the contract's health factors and the product's words alone:
 * nothing of src is used here, and no number but the contract's own.
 */
const WAD = 10n ** 18n;
const RANKS = ['safe', 'watch', 'low', 'critical', 'liquidatable'] as const;
const LOW = 2;
const CRITICAL = 3;
const LIQUIDATABLE = 4;

const TEN_MINUTES = 600;
const QUARTER_OF_AN_HOUR = 900;
const HALF_AN_HOUR = 1800;
const FOUR_HOURS = 4 * 3600;

/** What one RPC says of one wallet: the contract's health factor (18 decimals) at a block's time. */
export interface Word {
  readonly healthFactor: bigint;
  readonly at: number;
}

/** Percents of buffer below which Watch, Low and Critical begin, and what is to be regained beyond to leave one. */
export interface Limits {
  readonly begin: readonly [watch: bigint, low: bigint, critical: bigint];
  readonly margin: bigint;
}

/** By the buffer 1 − 1/HF, compared as HF·(100 − percent) ≥ 100 without any rounding. */
function rank(healthFactor: bigint, { begin }: Limits, margin = 0n): number {
  const holds = (percent: bigint) => healthFactor * (100n - percent - margin) >= 100n * WAD;
  const [watch, low, critical] = begin;
  if (!holds(0n)) return LIQUIDATABLE;
  if (!holds(critical)) return CRITICAL;
  if (!holds(low)) return LOW;
  return holds(watch) ? 0 : 1;
}

/** More than 0.5% of a health factor: two RPCs disagree. */
const disagree = (a: bigint, b: bigint): boolean => (a > b ? (a - b) * 200n > b : (b - a) * 200n > a);

/** As the pool says it of who owes nothing. */
const NO_DEBT = 2n ** 256n - 1n;

/** Rounded down to two decimals, to three below 1.1. */
function shownFactor(healthFactor: bigint): string {
  if (healthFactor === NO_DEBT) return 'no debt';
  if (healthFactor > 100n * WAD) return '100+';
  const decimals = healthFactor < 1_100_000_000_000_000_000n ? 3 : 2;
  const scaled = healthFactor / 10n ** BigInt(18 - decimals);
  const digits = `${scaled}`.padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export interface Shown {
  readonly level: string;
  readonly healthFactor: string;
}

/** A notice that is due: the beginning of its id, its level (after "still " where it reminds), and its time. */
interface Telling {
  readonly kind: '' | 'opened:' | 'blind:';
  readonly what: string;
  readonly at: number;
}

/** One wallet's user: what they see, what they are under the impression of, and when they were last told. */
export class Listener {
  private seen: Word | null = null;
  /** The health factor that was last believed: what is better than its rank needs two words. */
  private believed: bigint | null = null;
  private impression = 0;
  private last: { readonly rank: number; readonly at: number } | null = null;
  private silentSince: number | null = null;
  private knowsOfSilence = false;

  constructor(private readonly limits: Limits) {}

  /** The rank by what was last seen. */
  get danger(): number {
    return this.seen ? rank(this.seen.healthFactor, this.limits) : 0;
  }

  isGoodNews({ healthFactor }: Word): boolean {
    const { believed, limits } = this;
    return believed !== null && rank(healthFactor, limits) < rank(believed, limits);
  }

  /** A round in which RPCs answered, in this order. @returns what is to be told */
  hear(first: Word, second: Word | undefined, now: number): Telling[] {
    const isDoubtful = this.isGoodNews(first);
    const isDisputed =
      isDoubtful && second !== undefined && disagree(first.healthFactor, second.healthFactor);
    const isConfirmed = !isDoubtful || second !== undefined;
    const less = (a: bigint, b: bigint) => (b < a ? b : a);
    const word = isDisputed
      ? { healthFactor: less(first.healthFactor, second.healthFactor), at: Math.min(first.at, second.at) }
      : first;
    // What is older than what is seen is no news, and neither is the same again once it has grown old.
    const seenAt = this.seen?.at ?? 0;
    if (word.at < seenAt || (word.at === seenAt && now - seenAt >= TEN_MINUTES))
      return this.endure(now, false);
    this.seen = word;
    this.silentSince = null;
    this.knowsOfSilence = false;
    const isOpened = this.believed === NO_DEBT && word.healthFactor !== NO_DEBT;
    if (isConfirmed) this.believed = word.healthFactor;
    const { at } = word;
    return [
      ...this.judge(word, isConfirmed).map((what) => ({ kind: '' as const, what, at })),
      ...(isOpened ? [{ kind: 'opened:' as const, what: RANKS[this.danger] ?? '', at }] : []),
    ];
  }

  /** A round in which nobody gave news. @param failed whether nobody answered at all, rather than with old blocks */
  endure(now: number, failed: boolean): Telling[] {
    if (failed || now - (this.seen?.at ?? now) >= TEN_MINUTES) this.silentSince ??= now;
    if (this.silentSince === null || this.knowsOfSilence) return [];
    if (now - this.silentSince < QUARTER_OF_AN_HOUR || !this.seen || this.seen.healthFactor === NO_DEBT)
      return [];
    this.knowsOfSilence = true;
    return [{ kind: 'blind:', what: 'unknown', at: now }];
  }

  /** What stands on every surface. */
  shown(now: number): Shown {
    if (!this.seen || now - this.seen.at >= TEN_MINUTES) return { level: 'unknown', healthFactor: '?' };
    return { level: RANKS[this.danger] ?? '', healthFactor: shownFactor(this.seen.healthFactor) };
  }

  private judge({ healthFactor, at }: Word, isConfirmed: boolean): string[] {
    const now = rank(healthFactor, this.limits);
    if (now < this.impression && isConfirmed)
      this.impression = Math.min(this.impression, rank(healthFactor, this.limits, this.limits.margin));
    if (now > this.impression) {
      if (now < LOW) {
        this.impression = now;
        return [];
      }
      const isDue = !this.last || now > this.last.rank || at - this.last.at >= TEN_MINUTES;
      return isDue ? [this.tell(now, at, '')] : [];
    }
    const patience = now === LIQUIDATABLE ? HALF_AN_HOUR : now === CRITICAL ? FOUR_HOURS : null;
    const isStill = patience !== null && now === this.impression && this.last !== null;
    return isStill && at - (this.last?.at ?? 0) >= patience ? [this.tell(now, at, 'still ')] : [];
  }

  private tell(now: number, at: number, still: string): string {
    this.impression = now;
    this.last = { rank: now, at };
    return `${still}${RANKS[now]}`;
  }
}

const ORDER = ['liquidatable', 'critical', 'low', 'unknown', 'watch', 'safe'];

/** What the icon says of them all: the worst, in four characters. */
export function shownOnIcon(all: readonly Shown[]): string {
  const danger = (a: Shown) => ORDER.indexOf(a.level);
  const factor = (a: Shown) => Number.parseFloat(a.healthFactor) || Number.MAX_VALUE;
  const [worst] = all.toSorted((a, b) => danger(a) - danger(b) || factor(a) - factor(b));
  const text = worst?.healthFactor ?? '';
  return text === 'no debt' ? '' : text.slice(0, 4).replace(/\.$/, '');
}
