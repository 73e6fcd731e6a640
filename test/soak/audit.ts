import type { Notice } from '../../src/model/alert';
import { Listener, type Shown, shownOnIcon, type Word } from './oracle';
import type { Borrower } from './world';

/** What the worker and the browser made of a round. */
interface Outcome {
  readonly history: readonly Notice[];
  /** How many alerts were put before the user. */
  readonly rings: number;
  readonly icon: string;
  readonly cardOf: (borrower: Borrower) => Promise<Shown>;
}

/** Holds every round against the oracle, and writes down where the two differ. */
export class Audit {
  readonly wrong: string[] = [];
  readonly alerts: Record<string, number> = {};
  private readonly listeners: readonly Listener[];
  private readonly known = new Set<string>();
  /** What is decided but not shown yet, by the notice's id: a newer one takes the place of an older. */
  private readonly outbox = new Map<string, string>();

  constructor(private readonly borrowers: readonly Borrower[]) {
    this.listeners = borrowers.map(({ limits }) => new Listener(limits));
  }

  danger = (place: number): number => this.listeners[place]?.danger ?? 0;

  /** Whether somebody stands better by the first RPC's word than is believed: then a second one is to be asked. */
  isGoodNews = ([first]: readonly Word[][]): boolean =>
    this.listeners.some((each, place) => first?.[place] && each.isGoodNews(first[place]));

  /** What the RPCs said in this round, in the order in which they were heard; nothing where none was. */
  hear([one, other]: readonly Word[][], receipts: readonly string[], now: number): void {
    for (const [place, listener] of this.listeners.entries()) {
      const { key, address } = this.borrowers[place] as Borrower;
      const first = one?.[place];
      const due = first ? listener.hear(first, other?.[place], now) : listener.endure(now, true);
      for (const { kind, what, at } of due)
        this.outbox.set(kind + (kind === 'blind:' ? `1:${address}` : key), `${at} ${what}`);
    }
    for (const id of receipts) this.outbox.set(id, `${now} liquidatable`);
  }

  /** @param isMute whether the browser showed nothing in this round: then it is to be told in the next */
  async check(outcome: Outcome, isMute: boolean, place: number, now: number, round: string): Promise<void> {
    const say = (what: string) => this.wrong.push(`${round}: ${what}`);
    const expected = isMute ? [] : [...this.outbox].map(([id, what]) => `${id} ${what}`);
    if (!isMute) this.outbox.clear();
    const told = outcome.history.flatMap((notice) => this.fresh(notice));
    for (const each of expected) if (!told.includes(each)) say(`not told: ${each}`);
    for (const each of told) if (!expected.includes(each)) say(`told: ${each}`);
    if (outcome.rings !== expected.length)
      say(`${outcome.rings} alerts before the user, not ${expected.length}`);

    const shown = this.listeners.map((each) => each.shown(now));
    const { level, healthFactor } = shown[place] as Shown;
    const card = await outcome.cardOf(this.borrowers[place] as Borrower);
    if (card.level !== level || card.healthFactor !== healthFactor)
      say(`card ${place} has ${card.level} ${card.healthFactor}, not ${level} ${healthFactor}`);
    const icon = shownOnIcon(shown);
    if (outcome.icon !== icon) say(`icon ${outcome.icon}, not ${icon}`);
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
