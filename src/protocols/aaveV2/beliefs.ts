import type { Address } from '../../model/asset';
import type { Memo } from '../../model/reader';

/** What the reader believes before it asks; each round asks for the truth of it beside the figures that rest on it. */
export interface Beliefs {
  readonly oracle: Address | null;
  /** By reserve id, as the pool lists them. The list only ever grows, so what is known of it stays true. */
  readonly reserves: readonly Address[];
  /** Ids of the reserves that the owner supplies as collateral or borrows. */
  readonly used: readonly number[];
  readonly symbols: Readonly<Record<Address, string>>;
}

const none: Beliefs = { oracle: null, reserves: [], used: [], symbols: {} };

/** A memo has been in storage; what is not of its form is forgotten. */
export function beliefsFrom(memo: Memo | null): Beliefs {
  const { oracle, reserves, used, symbols } = (memo ?? {}) as Partial<Beliefs>;
  const whole =
    typeof oracle === 'string' &&
    Array.isArray(reserves) &&
    Array.isArray(used) &&
    typeof symbols === 'object';
  return whole ? { oracle, reserves, used, symbols: symbols ?? {} } : none;
}

/** Whether figures that were asked for under the first beliefs answer for the second. Symbols do not matter. */
export function sameGround(first: Beliefs, second: Beliefs): boolean {
  if (first.used.join() !== second.used.join()) return false;
  if (first.used.length === 0) return true;
  return (
    first.oracle === second.oracle &&
    first.used.every((id) => first.reserves[id] !== undefined && first.reserves[id] === second.reserves[id])
  );
}
