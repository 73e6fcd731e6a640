import { t } from '../i18n/t';
import type { Action } from '../model/action';
import type { Integer } from '../model/asset';
import type { Holding, Position } from '../model/position';
import { attempt } from '../risk/attempt';
import { isVolatile } from '../risk/peg';
import { movedBy, movingFeeds, reprice } from '../risk/reprice';
import { safeAmounts } from '../risk/safeAmounts';
import { plainAmount, typedUnits } from './amounts';
import { reasonWords } from './reasonWords';
import { assetName } from './words';

/** What would be done with one asset; the text is as it was typed, in whole tokens. */
export interface Entry {
  readonly kind: Action['kind'];
  readonly text: string;
}

/** Everything that was changed: all volatile prices by millionths, prices by feed, and one entry a slot. */
export interface Draft {
  readonly steps: number;
  readonly prices: Readonly<Record<string, string>>;
  readonly entries: Readonly<Record<string, Entry>>;
}

export const untouched: Draft = { steps: 0, prices: {}, entries: {} };

/** The collateral or debt that an entry is about. */
export type Side = 'collateral' | 'debt';
export const slotOf = (side: Side, place: number): string => `${side}:${place}`;

export interface Tried {
  readonly after: Position;
  readonly places: Readonly<Record<Side, readonly number[]>>;
  /** What is to be said beside a field, by its feed or slot; `isWrong` where the field then counts for nothing. */
  readonly says: Readonly<Record<string, { readonly text: string; readonly isWrong: boolean }>>;
}

/** The position with all that was changed and that can be understood and done. */
export function tryOut(position: Position, { steps, prices, entries }: Draft): Tried {
  const says: Record<string, { text: string; isWrong: boolean }> = {};
  const typed: Record<string, Integer> = {};
  for (const { feed, priceDecimals } of pricedIn(position)) {
    const price = typedUnits(prices[feed] ?? '', priceDecimals);
    if (typeof price === 'string') says[feed] = { text: price, isWrong: true };
    else if (price === 0n) says[feed] = { text: t('whatIf.aboveZero'), isWrong: true };
    else if (price !== null) typed[feed] = `${price}`;
  }
  const moved = steps === 0 ? position : movedBy(position, isVolatile)(BigInt(steps));
  const actions: (Action & { slot: string; there: bigint })[] = [];
  for (const side of ['collateral', 'debt'] as const) {
    for (const [place, { decimals, amount: there }] of position[side].entries()) {
      const slot = slotOf(side, place);
      const entry = entries[slot];
      const amount = typedUnits(entry?.text ?? '', decimals);
      if (typeof amount === 'string') says[slot] = { text: amount, isWrong: true };
      else if (entry && amount) actions.push({ slot, there: BigInt(there), kind: entry.kind, place, amount });
    }
  }
  const { after, refusals, places } = attempt(reprice(moved, typed), actions);
  for (const [index, { slot, kind, amount, there }] of actions.entries()) {
    const refusal = refusals[index] ?? null;
    if (refusal !== null)
      says[slot] = { text: t('whatIf.refused', { reason: reasonWords(refusal) }), isWrong: true };
    else if (amount >= there && (kind === 'repay' || kind === 'withdraw'))
      says[slot] = { text: t('wayOut.whole'), isWrong: false };
  }
  return { after, places, says };
}

/** The most that can be borrowed or withdrawn in one slot on top of everything else that was changed, in whole tokens. */
export function mostAt(
  position: Position,
  draft: Draft,
  { side, place }: { side: Side; place: number },
  buffer: string,
): string {
  const { [slotOf(side, place)]: _own, ...entries } = draft.entries;
  const { after, places } = tryOut(position, { ...draft, entries });
  const safe = safeAmounts(after, buffer)[side === 'debt' ? 'borrow' : 'withdraw'];
  const found = safe[places[side].indexOf(place)];
  return found ? plainAmount(found.amount, found.asset.decimals) : '0';
}

/** A price that can be changed, and what it is before anything is typed. */
export interface PriceField {
  readonly feed: string;
  readonly name: string;
  readonly price: Integer;
  readonly priceDecimals: number;
}

/** Each feed once, named after all that it prices. */
export function pricedIn({ collateral, debt }: Position): PriceField[] {
  const fields = new Map<string, PriceField>();
  for (const { feed, symbol, price, priceDecimals } of [...collateral, ...debt] as readonly Holding[]) {
    const name = assetName(symbol);
    const known = fields.get(feed);
    if (known === undefined) fields.set(feed, { feed, name, price, priceDecimals });
    else if (!known.name.split(', ').includes(name))
      fields.set(feed, { ...known, name: `${known.name}, ${name}` });
  }
  return [...fields.values()];
}

/** Whether a common move of all volatile assets changes anything here. */
export const canMove = (position: Position): boolean =>
  isVolatile(position.unit) || movingFeeds(position, isVolatile).size > 0;

/** Without the prices that follow a common move: the last thing that was touched counts. */
export function movedTo(position: Position, draft: Draft, steps: number): Draft {
  const moving = movingFeeds(position, isVolatile);
  const prices = Object.fromEntries(Object.entries(draft.prices).filter(([feed]) => !moving.has(feed)));
  return { ...draft, steps, prices };
}
