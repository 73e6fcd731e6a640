import { type FallChoice, Falls } from './falls';
import {
  CRITICAL,
  LIQUIDATABLE,
  type Limits,
  LOW,
  NO_DEBT,
  RANKS,
  rank,
  TEN_MINUTES,
  type Telling,
} from './reckoning';
import { type Shown, shownFactor } from './shown';

const HALF_AN_HOUR = 1800;
const FOUR_HOURS = 4 * 3600;

/** How a loan is heard of, and what its user wants told now. */
export interface Hearing {
  /** The block's time, and its number: blocks of one second follow one another. */
  readonly at: number;
  readonly block: bigint;
  /** Whether good news has the word of a second RPC. */
  readonly isConfirmed: boolean;
  readonly isQuiet: boolean;
  readonly fall: FallChoice | null;
}

/** One loan's user: what they see, what they are under the impression of, and when they were last told. */
export class Loan {
  /** The health factor that was last seen, and the one that was last believed: what is better needs two words. */
  seen: bigint | null = null;
  private believed: bigint | null = null;
  private lastBlock = 0n;
  private impression = 0;
  private last: { readonly rank: number; readonly at: number } | null = null;
  private snooze: { readonly until: number; knows: number } | null = null;
  /** It was opened, and that was held back. */
  private isNews = false;
  private acts: readonly bigint[] = [];
  private readonly falls = new Falls();

  /** @param key as the product names the position */
  constructor(
    readonly key: string,
    public limits: Limits,
  ) {}

  /** The rank by what was last seen. */
  get danger(): number {
    return this.seen === null ? 0 : rank(this.seen, this.limits);
  }

  get owes(): boolean {
    return this.seen !== null && this.seen !== NO_DEBT;
  }

  get shown(): Shown {
    return { level: RANKS[this.danger] ?? '', healthFactor: shownFactor(this.seen ?? 0n) };
  }

  isGoodNews(healthFactor: bigint): boolean {
    const { believed, limits } = this;
    return believed !== null && rank(healthFactor, limits) < rank(believed, limits);
  }

  /** Nothing is to be told before this time, in milliseconds, but what is worse than the user knows; null for no more. */
  setSnooze(until: number | null): void {
    this.snooze = until === null ? null : { until, knows: this.impression };
  }

  /** Its owner or a liquidator moved it in a block. */
  moved(block: bigint): void {
    this.acts = [...this.acts, block];
  }

  unsettle(): void {
    this.falls.unsettle();
  }

  believe(healthFactor: bigint): void {
    this.believed = healthFactor;
  }

  hear(healthFactor: bigint, hearing: Hearing): Telling[] {
    const { block, isConfirmed } = hearing;
    const isOpened = this.seen === NO_DEBT && this.believed === NO_DEBT && healthFactor !== NO_DEBT;
    this.seen = healthFactor;
    if (isConfirmed) this.believe(healthFactor);
    if (this.acts.some((act) => act > this.lastBlock && act <= block)) this.falls.forget();
    this.lastBlock = block;
    if (healthFactor !== NO_DEBT) return this.weigh(healthFactor, isOpened, hearing);
    if (isConfirmed) this.end();
    return [];
  }

  /** Nothing is owed: a new debt is looked at afresh. */
  private end(): void {
    this.impression = 0;
    this.isNews = false;
    if (this.snooze) this.snooze.knows = 0;
    this.falls.end();
  }

  private weigh(
    healthFactor: bigint,
    isOpened: boolean,
    { at, isConfirmed, isQuiet, fall }: Hearing,
  ): Telling[] {
    const now = this.danger;
    const snooze = this.snooze && at * 1000 < this.snooze.until ? this.snooze : null;
    const isHeard = !isQuiet || now >= CRITICAL;
    const isOpen = isHeard && snooze === null;

    const drop = this.falls.look(healthFactor, at, this.impression >= LOW, fall);
    const crossing = this.judge(healthFactor, at, isConfirmed, isHeard && (!snooze || now > snooze.knows));
    if (snooze && crossing.length > 0) snooze.knows = now;
    this.isNews ||= isOpened;
    const opened = this.isNews && isOpen;
    if (opened) this.isNews = false;

    const level = RANKS[now] ?? '';
    const told: Telling[] = [
      ...crossing.map((what) => ({ id: this.key, what, at })),
      ...(opened ? [{ id: `opened:${this.key}`, what: level, at }] : []),
    ];
    const restart = () => this.falls.restart(healthFactor, at);
    if (told.length > 0) restart();
    if (drop === 'no' || !isOpen || crossing.length > 0) return told;
    const accept = () => {
      this.falls.tell(at);
      restart();
    };
    if (drop === 'must') accept();
    return [...told, { id: `drop:${this.key}`, what: level, at, ...(drop === 'may' ? { accept } : {}) }];
  }

  /** What is held back is not taken as told: it comes later, if it is still so. */
  private judge(healthFactor: bigint, at: number, isConfirmed: boolean, isHeard: boolean): string[] {
    const now = this.danger;
    if (now < this.impression && isConfirmed)
      this.impression = Math.min(this.impression, rank(healthFactor, this.limits, this.limits.margin));
    if (now > this.impression) {
      if (now < LOW) {
        this.impression = now;
        return [];
      }
      const isDue = !this.last || now > this.last.rank || at - this.last.at >= TEN_MINUTES;
      return isDue && isHeard ? [this.tell(now, at, '')] : [];
    }
    const patience = now === LIQUIDATABLE ? HALF_AN_HOUR : now === CRITICAL ? FOUR_HOURS : null;
    const isStill = patience !== null && now === this.impression && this.last !== null;
    const isDue = isStill && at - (this.last?.at ?? 0) >= patience;
    return isDue && isHeard ? [this.tell(now, at, 'still ')] : [];
  }

  private tell(now: number, at: number, still: string): string {
    this.impression = now;
    this.last = { rank: now, at };
    return `${still}${RANKS[now]}`;
  }
}
