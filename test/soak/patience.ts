import type { Forecast } from './forecast';
import { answers, restAfter } from './weather';

/** How many RPCs are to be heard: none that rests, no more than needed, and no fewer where they answer. */
export class Patience {
  private readonly restsUntil: number[] = [];

  /** @param wanted one, or two for good news. @returns what is wrong; null for nothing */
  wrongWith({ conducts, isOffline }: Forecast, heard: number, wanted: number, now: number): string | null {
    const rested = (index: number) => now >= (this.restsUntil[index] ?? 0);
    const free = conducts.filter((conduct, index) => answers(conduct) && rested(index));
    const fewest = isOffline ? 0 : Math.min(wanted, free.length);
    for (const [index, conduct] of conducts.entries())
      this.restsUntil[index] = Math.max(this.restsUntil[index] ?? 0, now + restAfter(conduct));
    return heard < fewest || heard > wanted ? `${heard} RPCs heard, not ${fewest}` : null;
  }
}
