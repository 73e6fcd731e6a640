import type { Address, Integer } from '../../model/asset';
import type { Hex, Memo } from '../../model/reader';

/** What an id stands for; it is the hash of these, so they never change. */
export interface MarketFacts {
  readonly loanToken: Address;
  readonly collateralToken: Address;
  readonly oracle: Address;
  readonly irm: Address;
  /** Wad. */
  readonly lltv: Integer;
}

export interface TokenFacts {
  readonly decimals: number;
  /** Null where the token has none that can be read. */
  readonly symbol: string | null;
}

/** What the reader knows before it asks. Only `used` can turn out wrong, and is asked for in every round. */
export interface Beliefs {
  /** Markets to look for the owner in, beside the large ones: found in events, or in the page's address. */
  readonly ids: readonly Hex[];
  /** Those in which the owner owes something, or has collateral in a large one. */
  readonly used: readonly Hex[];
  readonly markets: Readonly<Record<Hex, MarketFacts>>;
  readonly tokens: Readonly<Record<Address, TokenFacts>>;
}

/** Anybody may make markets and put collateral into them in another's name; nobody borrows in so many. */
const MAX_IDS = 100;

const isId = (value: unknown): value is Hex => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value);
const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null;
const idsIn = (value: unknown): Hex[] => (Array.isArray(value) ? [...new Set(value.filter(isId))] : []);

/** A memo has been in storage; what is not of its form is forgotten. Ids alone are enough: others hand them in. */
export function beliefsFrom(memo: Memo | null): Beliefs {
  const { ids, used, markets, tokens } = (memo ?? {}) as Partial<Beliefs>;
  const whole = Array.isArray(used) && isTable(markets) && isTable(tokens);
  return {
    ids: idsIn(ids).slice(0, MAX_IDS),
    used: whole ? idsIn(used) : [],
    markets: whole ? (markets ?? {}) : {},
    tokens: whole ? (tokens ?? {}) : {},
  };
}

/** The memo with further markets to look in, from wherever they were learnt. */
export const withIds = (memo: Memo | null, found: readonly string[]): Memo => ({
  ...memo,
  ids: idsIn([...idsIn(memo?.ids), ...found.map((id) => id.toLowerCase())]),
});

/** Whether figures that were asked for under the first beliefs answer for the second. */
export const sameGround = (first: Beliefs, second: Beliefs): boolean =>
  first.used.join() === second.used.join() && second.used.every((id) => first.markets[id] !== undefined);
