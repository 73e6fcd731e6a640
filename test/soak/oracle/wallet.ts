import type { FallChoice } from './falls';
import type { Loan } from './loan';
import { disagree, least, TEN_MINUTES, type Telling } from './reckoning';
import { type Shown, worstOf } from './shown';

const QUARTER_OF_AN_HOUR = 900;

/** What one RPC says of one wallet: the contracts' health factors (18 decimals), loan by loan, at a block and its time. */
export interface Word {
  readonly healthFactors: readonly bigint[];
  readonly block: bigint;
  readonly at: number;
}

/** What the user wants told now. */
export interface Wanted {
  readonly isQuiet: boolean;
  readonly fall: FallChoice | null;
}

/** One wallet's user. All its loans are read together. */
export class Wallet {
  private seenAt: number | null = null;
  private silentSince: number | null = null;
  private knowsOfSilence = false;

  constructor(
    readonly address: string,
    readonly loans: readonly Loan[],
  ) {}

  isGoodNews = ({ healthFactors }: Word): boolean =>
    this.loans.some((loan, index) => loan.isGoodNews(healthFactors[index] ?? 0n));

  /** A round in which RPCs answered, in this order. @returns what is to be told */
  hear(first: Word, second: Word | undefined, now: number, wanted: Wanted): Telling[] {
    const isDoubtful = this.isGoodNews(first);
    const other = isDoubtful ? second : undefined;
    const isConfirmed = !isDoubtful || second !== undefined;
    const { healthFactors, block, at } = other ? worseOfBoth(first, other) : first;
    // What is older than what is seen is no news, and neither is the same again once it has grown old.
    const seenAt = this.seenAt ?? 0;
    const isOldNews = at === seenAt && now - seenAt >= TEN_MINUTES;
    // But two RPCs that say it now have confirmed what one said then.
    if (isOldNews && isConfirmed)
      for (const [index, loan] of this.loans.entries()) loan.believe(healthFactors[index] ?? 0n);
    if (isOldNews || at < seenAt) return this.endure(now, false, wanted);
    this.seenAt = at;
    this.silentSince = null;
    this.knowsOfSilence = false;
    return this.loans.flatMap((loan, index) =>
      loan.hear(healthFactors[index] ?? 0n, { ...wanted, at, block, isConfirmed }),
    );
  }

  /** A round in which nobody gave news. @param failed whether nobody answered at all, rather than with old blocks */
  endure(now: number, failed: boolean, { isQuiet }: Wanted): Telling[] {
    if (failed || now - (this.seenAt ?? now) >= TEN_MINUTES) this.silentSince ??= now;
    if (this.silentSince === null || this.knowsOfSilence || isQuiet) return [];
    if (now - this.silentSince < QUARTER_OF_AN_HOUR || !this.loans.some(({ owes }) => owes)) return [];
    this.knowsOfSilence = true;
    return [{ id: `blind:1:${this.address}`, what: 'unknown', at: now }];
  }

  /** What stands on every surface. */
  shown(now: number): Shown {
    const isOld = this.seenAt === null || now - this.seenAt >= TEN_MINUTES;
    return isOld ? { level: 'unknown', healthFactor: '?' } : worstOf(this.loans.map(({ shown }) => shown));
  }
}

/** Where two RPCs differ of a loan the worse stands, and all of the wallet is as old as the older of both. */
function worseOfBoth(first: Word, second: Word): Word {
  const pairs = first.healthFactors.map((one, index) => [one, second.healthFactors[index] ?? 0n] as const);
  if (!pairs.some(([one, other]) => disagree(one, other))) return first;
  const { block, at } = second.at < first.at ? second : first;
  return { healthFactors: pairs.map(([a, b]) => (disagree(a, b) ? least(a, b) : a)), block, at };
}
