import { least, most, TEN_MINUTES, WAD } from './reckoning';

/** Told is when so many percent of the buffer go within so many minutes. */
export interface FallChoice {
  readonly percent: bigint;
  readonly minutes: number;
}

/** What a buffer may have fallen from, as a health factor: at least so high, and at most. */
interface Height {
  readonly at: number;
  readonly low: bigint;
  readonly high: bigint;
}

/** With buffers of 1 − 1/HF: what is left is no more than the rest of what was, 100·now ≤ (100 − percent)·was. */
const isFall = (was: bigint, now: bigint, percent: bigint): boolean =>
  was > WAD && 100n * (now - WAD) * was <= (100n - percent) * (was - WAD) * now;

/**
 * How fast one loan's buffer falls. The watch keeps the highest of every eighth of the time, not every look, so whether a
 * height of the first eighth still counts is open: within the rest a fall must be told, beyond the whole it must not be.
 */
export class Falls {
  private heights: readonly Height[] = [];
  private toldAt: number | null = null;

  /** @param isKnown whether the user knows of the danger: then a rise is no height to fall from again */
  look(healthFactor: bigint, at: number, isKnown: boolean, choice: FallChoice | null): 'must' | 'may' | 'no' {
    if (choice === null) this.heights = [];
    if (choice === null) return 'no';
    const { percent, minutes } = choice;
    const within = (seconds: number) => this.heights.filter((height) => at - height.at <= seconds);
    const [sure, all] = [within((minutes * 60 * 7) / 8), within(minutes * 60)];
    const highest = most(0n, ...all.map(({ high }) => high));
    const low = isKnown ? least(healthFactor, ...all.map((height) => height.low)) : healthFactor;
    const high = isKnown && sure.length > 0 ? least(healthFactor, highest) : healthFactor;
    this.heights = [...all, { at, low, high }];
    if (this.toldAt !== null && at - this.toldAt < TEN_MINUTES) return 'no';
    if (isFall(most(0n, ...sure.map((height) => height.low)), healthFactor, percent)) return 'must';
    return isFall(highest, healthFactor, percent) ? 'may' : 'no';
  }

  tell(at: number): void {
    this.toldAt = at;
  }

  /** The user was told how it stands: from here on it falls anew. */
  restart(healthFactor: bigint, at: number): void {
    this.heights = [{ at, low: healthFactor, high: healthFactor }];
  }

  /** What the owner does is no fall. */
  forget(): void {
    this.heights = [];
  }

  /** Nothing is owed any more. */
  end(): void {
    this.forget();
    this.toldAt = null;
  }

  /** What was remembered for a shorter time may not reach back far enough. */
  unsettle(): void {
    this.heights = this.heights.map((height) => ({ ...height, low: 0n }));
  }
}
