import type { Notice } from '../../src/model/alert';
import type { Borrower } from './borrowers';
import { Loan } from './oracle/loan';
import type { Telling } from './oracle/reckoning';
import { type Shown, shownOnIcon } from './oracle/shown';
import { Wallet, type Wanted, type Word } from './oracle/wallet';

/** What the worker and the browser made of a round. */
export interface Outcome {
  /** What is decided and not shown yet. */
  readonly pending: readonly Notice[];
  readonly history: readonly Notice[];
  /** How many alerts were put before the user. */
  readonly rings: number;
  readonly icon: string;
  readonly cardOf: (address: string) => Promise<Shown>;
}

/** Holds every round against the oracle, and writes down where the two differ. */
export class Audit {
  readonly wrong: string[] = [];
  readonly alerts: Record<string, number> = {};
  readonly wallets: readonly Wallet[];
  private readonly known = new Set<string>();
  /** What is decided but not shown yet, by the notice's id: a newer one takes the place of an older. */
  private readonly outbox = new Map<string, string>();

  constructor(borrowers: readonly Borrower[]) {
    this.wallets = borrowers.map(
      ({ address, debts }) =>
        new Wallet(
          address,
          debts.map(({ key, limits }) => new Loan(key, limits)),
        ),
    );
  }

  get loans(): readonly Loan[] {
    return this.wallets.flatMap(({ loans }) => loans);
  }

  /** Whether somebody stands better by the first RPC's word than is believed: then a second one is to be asked. */
  isGoodNews = ([first]: readonly Word[][]): boolean =>
    this.wallets.some((each, place) => first?.[place] && each.isGoodNews(first[place]));

  /** What the RPCs said in this round, in the order in which they were heard; nothing where none was. */
  hear([one, other]: readonly Word[][], now: number, wanted: Wanted, { pending, history }: Outcome): void {
    const decided = new Set([...pending, ...history].map(({ id, at }) => `${at} ${id}`));
    for (const [place, wallet] of this.wallets.entries()) {
      const first = one?.[place];
      const due = first ? wallet.hear(first, other?.[place], now, wanted) : wallet.endure(now, true, wanted);
      for (const telling of due) if (this.isTold(telling, decided)) this.expect(telling);
    }
  }

  expect({ id, at, what }: Telling): void {
    this.outbox.set(id, `${at} ${what}`);
  }

  /** @param isMute whether the browser showed nothing in this round: then it is to be told in the next */
  async check(outcome: Outcome, isMute: boolean, whose: string, now: number, round: string): Promise<void> {
    const say = (what: string) => this.wrong.push(`${round}: ${what}`);
    const expected = isMute ? [] : [...this.outbox].map(([id, what]) => `${id} ${what}`);
    if (!isMute) this.outbox.clear();
    const told = outcome.history.flatMap((notice) => this.fresh(notice));
    for (const each of expected) if (!told.includes(each)) say(`not told: ${each}`);
    for (const each of told) if (!expected.includes(each)) say(`told: ${each}`);
    if (outcome.rings !== expected.length)
      say(`${outcome.rings} alerts before the user, not ${expected.length}`);

    const shown = this.wallets.map((each) => each.shown(now));
    const place = this.wallets.findIndex(({ address }) => address === whose);
    const { level, healthFactor } = shown[place] as Shown;
    const card = await outcome.cardOf(whose);
    if (card.level !== level || card.healthFactor !== healthFactor)
      say(`card ${place} has ${card.level} ${card.healthFactor}, not ${level} ${healthFactor}`);
    const icon = shownOnIcon(shown);
    if (outcome.icon !== icon) say(`icon ${outcome.icon}, not ${icon}`);
  }

  /** Where either is right the product's own decision counts. */
  private isTold({ id, at, accept }: Telling, decided: ReadonlySet<string>): boolean {
    if (!accept) return true;
    const isDecided = decided.has(`${at} ${id}`);
    const kind = isDecided ? 'drops in doubt, told' : 'drops in doubt, not told';
    this.alerts[kind] = (this.alerts[kind] ?? 0) + 1;
    if (isDecided) accept();
    return isDecided;
  }

  /** A notice of the history in the oracle's words, if it was not there before. */
  private fresh({ id, at, level, title }: Notice): string[] {
    if (this.known.has(`${at} ${id}`)) return [];
    this.known.add(`${at} ${id}`);
    const what = (title.startsWith('Still') ? 'still ' : '') + level;
    const kind = /^[a-z]+/.exec(id)?.[0] ?? what;
    this.alerts[kind] = (this.alerts[kind] ?? 0) + 1;
    return [`${id} ${at} ${what}`];
  }
}
