import type { Address, Integer } from '../../model/asset';
import type { Found } from '../../model/logs';
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

/** What the reader knows before it asks. What is used and who may pre-liquidate can turn out wrong, and is asked anew. */
export interface Beliefs {
  /** Markets to look for the owner in, beside the large ones: found in events, or in the page's address. */
  readonly ids: readonly Hex[];
  /** Contracts that the owner allowed to act, by the events; most are no pre-liquidation contracts. */
  readonly authorized: readonly Address[];
  /** Those in which the owner owes something, or has collateral in a large one. */
  readonly used: readonly Hex[];
  /** Those of the authorized that the factory vouches for, which it never takes back. */
  readonly preLiquidations: readonly Address[];
  readonly markets: Readonly<Record<Hex, MarketFacts>>;
  readonly tokens: Readonly<Record<Address, TokenFacts>>;
}

/** Nobody borrows in so many markets, nor allows so many contracts; each is asked for in every reading. */
const MAX_IDS = 100;
const MAX_AUTHORIZED = 50;

const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null;

const hexIn = (value: unknown, digits: number): Hex[] => {
  const isHex = (each: unknown): each is Hex =>
    typeof each === 'string' && each.length === digits + 2 && /^0x[0-9a-f]+$/.test(each);
  return Array.isArray(value) ? [...new Set(value.filter(isHex))] : [];
};
const idsIn = (value: unknown): Hex[] => hexIn(value, 64);
const addressesIn = (value: unknown): Address[] => hexIn(value, 40);

/** A memo has been in storage; what is not of its form is forgotten. */
export function beliefsFrom(memo: Memo | null): Beliefs {
  const { ids, authorized, used, preLiquidations, markets, tokens } = (memo ?? {}) as Partial<Beliefs>;
  const whole = Array.isArray(used) && isTable(markets) && isTable(tokens);
  return {
    ids: idsIn(ids).slice(0, MAX_IDS),
    authorized: addressesIn(authorized).slice(-MAX_AUTHORIZED),
    used: whole ? idsIn(used) : [],
    preLiquidations: whole ? addressesIn(preLiquidations) : [],
    markets: whole ? (markets ?? {}) : {},
    tokens: whole ? (tokens ?? {}) : {},
  };
}

export const learn = (memo: Memo | null, { ids, authorized }: Found): Memo => ({ ...memo, ids, authorized });

/** Whether figures that were asked for under the first beliefs answer for the second. */
export const sameGround = (first: Beliefs, second: Beliefs): boolean =>
  first.used.join() === second.used.join() &&
  first.preLiquidations.join() === second.preLiquidations.join() &&
  second.used.every((id) => first.markets[id] !== undefined);
