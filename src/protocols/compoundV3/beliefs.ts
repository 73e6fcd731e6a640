import type { Address } from '../../model/asset';
import type { Memo } from '../../model/reader';
import { MAX_ASSETS } from './flags';

/**
 * What the reader believes before it asks: from the last reading, or nothing. Every round asks for the truth of each
 * belief beside the figures that rest on it, so a belief that turned out wrong costs a round and never a wrong figure.
 */
export interface Beliefs {
  /** Null as long as the market has never been read. Its token and decimals cannot change, its feed can. */
  readonly base: { readonly token: Address; readonly decimals: number; readonly feed: Address } | null;
  /** By place in Comet's asset list. */
  readonly assets: readonly (Priced | null)[];
  /** Places of the assets that the owner has put in as collateral. */
  readonly used: readonly number[];
  readonly borrows: boolean;
  readonly symbols: Readonly<Record<Address, string>>;
}

interface Priced {
  readonly address: Address;
  readonly feed: Address;
}

const none: Beliefs = { base: null, assets: [], used: [], borrows: false, symbols: {} };

/** A memo has been in storage; what is not of its form is forgotten. */
export function beliefsFrom(memo: Memo | null): Beliefs {
  const { base, assets, used, borrows, symbols } = (memo ?? {}) as Partial<Beliefs>;
  const whole =
    isAddress(base?.token) &&
    isAddress(base?.feed) &&
    Number.isInteger(base?.decimals) &&
    Array.isArray(assets) &&
    assets.every((asset) => asset === null || (isAddress(asset?.address) && isAddress(asset.feed))) &&
    Array.isArray(used) &&
    used.every((place) => Number.isInteger(place) && place >= 0 && place < MAX_ASSETS) &&
    typeof borrows === 'boolean' &&
    typeof symbols === 'object';
  return whole && base ? { base, assets, used, borrows, symbols: symbols ?? {} } : none;
}

const isAddress = (text: unknown): boolean => typeof text === 'string' && /^0x[0-9a-f]{40}$/i.test(text);

/** Base that was supplied is not collateral: without a debt or a collateral there is nothing that could be liquidated. */
export const holdsSomething = ({ used, borrows }: Beliefs): boolean => borrows || used.length > 0;

/** Whether figures that were asked for under the first beliefs answer for the second. Symbols do not matter. */
export function sameGround(first: Beliefs, second: Beliefs): boolean {
  if (holdsSomething(first) !== holdsSomething(second)) return false;
  if (!holdsSomething(first)) return true;
  return (
    first.used.join() === second.used.join() &&
    first.base?.token === second.base?.token &&
    first.base?.feed === second.base?.feed &&
    first.used.every((place) => samePriced(first.assets[place], second.assets[place]))
  );
}

const samePriced = (first: Priced | null | undefined, second: Priced | null | undefined): boolean =>
  first?.address === second?.address && first?.feed === second?.feed;
