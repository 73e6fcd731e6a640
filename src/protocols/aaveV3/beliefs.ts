import type { Address } from '../../model/asset';
import type { Memo } from '../../model/reader';

/**
 * What the reader believes before it asks: from the last reading, or nothing. Every round asks for the truth of each
 * belief beside the figures that rest on it, so a belief that turned out wrong costs a round and never a wrong figure.
 */
export interface Beliefs {
  readonly oracle: Address | null;
  /** The oracle whose BASE_CURRENCY_UNIT was found to be ours: it is immutable, so it is asked of each oracle once. */
  readonly unitOf: Address | null;
  readonly dataProvider: Address | null;
  /** By reserve id. The pool's own list leaves dropped reserves out, so a place in it is only a belief. */
  readonly reserves: readonly (Address | null)[];
  /** Ids of the reserves that the owner supplies as collateral or borrows. */
  readonly used: readonly number[];
  readonly eMode: number;
  readonly symbols: Readonly<Record<Address, string>>;
}

const none: Beliefs = {
  oracle: null,
  unitOf: null,
  dataProvider: null,
  reserves: [],
  used: [],
  eMode: 0,
  symbols: {},
};

/** A memo has been in storage; what is not of its form is forgotten. */
export function beliefsFrom(memo: Memo | null): Beliefs {
  const {
    oracle,
    unitOf = null,
    dataProvider,
    reserves,
    used,
    eMode,
    symbols,
  } = (memo ?? {}) as Partial<Beliefs>;
  const whole =
    typeof oracle === 'string' &&
    typeof dataProvider === 'string' &&
    Array.isArray(reserves) &&
    Array.isArray(used) &&
    typeof eMode === 'number' &&
    typeof symbols === 'object';
  return whole ? { oracle, unitOf, dataProvider, reserves, used, eMode, symbols: symbols ?? {} } : none;
}

/** Whether figures that were asked for under the first beliefs answer for the second. Symbols do not matter. */
export function sameGround(first: Beliefs, second: Beliefs): boolean {
  if (first.used.join() !== second.used.join()) return false;
  if (first.used.length === 0) return true;
  return (
    first.oracle === second.oracle &&
    first.dataProvider === second.dataProvider &&
    first.eMode === second.eMode &&
    first.used.every((id) => first.reserves[id] === second.reserves[id])
  );
}
