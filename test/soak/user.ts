import { fakeBrowser } from 'wxt/testing';
import { usualChoices } from '../../src/risk/choices';
import { type Percents, usualOf } from './borrowers';
import type { FallChoice } from './oracle/falls';
import type { Loan } from './oracle/loan';
import { isWithin, localMinute, type Quiet } from './oracle/quiet';
import type { Wanted } from './oracle/wallet';

const MINUTE = 60;
const DAY = 1440;

/** What may be wished for instead of the usual levels. */
const OWN: readonly Percents[] = [
  [60n, 35n, 5n],
  [30n, 25n, 15n],
  [12n, 6n, 3n],
];

/** The usual first. */
const FALLS: readonly (FallChoice | null)[] = [
  { percent: 25n, minutes: 30 },
  { percent: 10n, minutes: 3 },
  { percent: 5n, minutes: 15 },
  { percent: 5n, minutes: 60 },
  null,
];

/** As the options page keeps them. */
const shares = (percents: Percents) => percents.map((percent) => `${Number(percent) / 100}`);
const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':');

/** Changes at random what is to be told, in storage as the pages do it, and in the oracle. */
export class User {
  private quiet: Quiet | null = null;
  private fall: FallChoice | null = FALLS[0] ?? null;
  private readonly own = new Map<Loan, Percents>();
  private readonly snoozes = new Map<Loan, number>();

  /** @param haste how many times as often as in the day */
  constructor(
    private readonly loans: readonly Loan[],
    private readonly random: () => number,
    private readonly haste: number,
  ) {
    for (const [index, loan] of loans.entries()) if (index % 5 === 2) this.setLevels(loan, OWN[0] ?? null);
  }

  /** What is wanted at this time of this machine's clock. */
  wanted = (now: number): Wanted => ({
    isQuiet: this.quiet !== null && isWithin(this.quiet, now),
    fall: this.fall,
  });

  /** @returns what was chosen anew, by kind */
  async choose(now: number): Promise<string[]> {
    const chance = (share: number) => this.random() < share * this.haste;
    const [isQuiet, isSnooze, isLevels, isFall] = [chance(0.015), chance(0.04), chance(0.03), chance(0.02)];
    if (isQuiet) this.quiet = this.quiet ? null : this.hoursAbout(now);
    if (isSnooze) this.turnSnooze(this.anyOf(this.loans), now);
    if (isLevels) this.setLevels(this.anyOf(this.loans), this.anyOf([null, ...OWN]));
    if (isFall) this.setFall(this.anyOf(FALLS));
    const chosen = Object.entries({ isQuiet, isSnooze, isLevels, isFall }).filter(([, is]) => is);
    if (chosen.length > 0) await this.save();
    return chosen.map(([kind]) => `chose ${kind.slice(2).toLowerCase()}`);
  }

  save = (): Promise<void> =>
    fakeBrowser.storage.local.set({
      // Feeds have no short rule; of terms none is to come.
      alertChoices: {
        ...usualChoices,
        oracles: false,
        ownLevels: Object.fromEntries([...this.own].map(([{ key }, percents]) => [key, shares(percents)])),
        quiet: this.quiet && { from: clock(this.quiet.from), to: clock(this.quiet.to) },
        fastDrop: this.fall && { share: `${Number(this.fall.percent) / 100}`, minutes: this.fall.minutes },
      },
      snoozes: Object.fromEntries([...this.snoozes].map(([{ key }, until]) => [key, until])),
    });

  private anyOf = <T>(list: readonly T[]): T => list[Math.floor(this.random() * list.length)] as T;

  /** From before now or soon, until in some minutes or hours; now and then past midnight. */
  private hoursAbout(now: number): Quiet {
    const from = localMinute(now) + Math.floor(this.random() * 20) - 10;
    const length = 5 + Math.floor(this.random() * this.anyOf([20, 60, 600]));
    return { from: (from + DAY) % DAY, to: (from + length + DAY) % DAY };
  }

  private turnSnooze(loan: Loan, now: number): void {
    const until = (this.snoozes.get(loan) ?? 0) > now * 1000 ? null : this.endFrom(now);
    if (until === null) this.snoozes.delete(loan);
    else this.snoozes.set(loan, until);
    loan.setSnooze(until);
  }

  private endFrom = (now: number): number =>
    (now + Math.ceil(this.random() * this.anyOf([10, 60, 360]) * MINUTE)) * 1000;

  private setLevels(loan: Loan, percents: Percents | null): void {
    if (percents) this.own.set(loan, percents);
    else this.own.delete(loan);
    loan.limits = { ...loan.limits, begin: percents ?? usualOf(loan.limits) };
  }

  private setFall(choice: FallChoice | null): void {
    this.fall = choice;
    for (const loan of this.loans) loan.unsettle();
  }
}
