import type { Integer } from '../model/asset';
import type { Collateral, Debt, Position } from '../model/position';
import { rulesOf } from './rules';

/** Shares of a price are counted in whole steps of a millionth. */
export const STEPS = 1_000_000n;

/** Prices by feed, each with the decimals of its holding, as the oracle would give them. */
export type Prices = Readonly<Record<string, Integer>>;

/** Which assets move, by their symbol. */
export type Movers = (symbol: string) => boolean;

/** The same position at other prices; amounts, parameters and every price that is not named are held. */
export function reprice<P extends Position>(position: P, prices: Prices): P {
  const at = <H extends Collateral | Debt>(holding: H): H => {
    const price = prices[holding.feed];
    return price === undefined || price === holding.price ? holding : { ...holding, price };
  };
  return { ...position, collateral: position.collateral.map(at), debt: position.debt.map(at) };
}

/**
 * The position after all assets that move have moved by one share, in steps of a millionth above −1,000,000. What a market
 * counts in may move as well (ether in Aave v2, the loan token in Morpho): all other prices then move against it.
 * Rounded against the owner to whole units of the oracle, and to 1 at least: a price of 0 is no price.
 */
export function movedBy<P extends Position>(position: P, moves: Movers): (steps: bigint) => P {
  const unitMoves = moves(position.unit);
  const feeds = feedsOf(position, moves);
  return (steps) => {
    const moved = STEPS + steps;
    const below = unitMoves ? moved : STEPS;
    const prices: Record<string, Integer> = {};
    for (const [feed, { price, isIn, up }] of feeds) {
      const above = price * (isIn ? moved : STEPS);
      const next = up ? (above + below - 1n) / below : above / below;
      prices[feed] = `${next < 1n && price > 0n ? 1n : next}`;
    }
    return reprice(position, prices);
  };
}

interface Feed {
  readonly price: bigint;
  readonly isIn: boolean;
  /** Rounded up: what is owed. On both sides, whichever of them weighs more. */
  readonly up: boolean;
}

function feedsOf(position: Position, moves: Movers): Map<string, Feed> {
  const feeds = new Map<string, Feed>();
  const lineOf = rulesOf(position).along(position);
  const moving = movingFeeds(position, moves);
  const held = new Set(position.collateral.map(({ feed }) => feed));
  const owed = new Set(position.debt.map(({ feed }) => feed));
  for (const { feed, price } of [...position.collateral, ...position.debt]) {
    if (feeds.has(feed)) continue;
    const up = owed.has(feed) && (!held.has(feed) || lineOf(feed).danger === 'above');
    feeds.set(feed, { price: BigInt(price), isIn: moving.has(feed), up });
  }
  return feeds;
}

/** A feed moves where every asset that it prices does: a coin nobody knows that has the price of a dollar is a dollar. */
export function movingFeeds({ collateral, debt }: Position, moves: Movers): ReadonlySet<string> {
  const all = [...collateral, ...debt];
  const still = new Set(all.filter(({ symbol }) => !moves(symbol)).map(({ feed }) => feed));
  return new Set(all.map(({ feed }) => feed).filter((feed) => !still.has(feed)));
}
