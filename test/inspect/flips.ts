import { expect } from 'vitest';
import type { PositionReport } from '../../src/inspect/report';

/** A recorded flip: prices on both sides, null where no price changes the verdict. */
interface RecordedFlip {
  readonly feed: string;
  readonly safe: string | null;
  readonly liq: string | null;
  readonly why?: string;
  readonly towards: 'below' | 'above';
}

/** Every recorded flip, in the report's words; a position that is liquidatable today has none. */
export function expectFlips(position: PositionReport, flips: readonly RecordedFlip[]): void {
  for (const { feed, safe, liq, why, towards } of flips) {
    const told = position.liquidationPrices.find((each) => each.feed.toLowerCase() === feed.toLowerCase());
    const none = { direction: 'none', safe: null, liquidated: null };
    if (position.liquidatable) expect(told).toMatchObject({ ...none, reason: 'already liquidatable' });
    else if (safe === null) expect(told).toMatchObject({ ...none, reason: why });
    else expect(told).toMatchObject({ direction: towards, safe, liquidated: liq, reason: null });
  }
}
