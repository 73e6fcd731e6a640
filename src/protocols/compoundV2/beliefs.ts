import type { Address } from '../../model/asset';
import type { Memo } from '../../model/reader';

/** What a cToken stands for. Null is not known yet: the decimals can be asked for only where the token is known. */
export interface CTokenFacts {
  readonly underlying: Address;
  readonly decimals: number | null;
  /** "USDC", from the cToken's own "cUSDC": old tokens have symbols in forms of their own. */
  readonly symbol: string;
}

/**
 * What the reader believes before it asks: from the last reading, or nothing. Every round asks for the truth of each
 * belief beside the figures that rest on it, so a belief that turned out wrong costs a round and never a wrong figure.
 */
export interface Beliefs {
  readonly oracle: Address | null;
  /** The cTokens that the owner has entered. */
  readonly entered: readonly Address[];
  readonly cTokens: Readonly<Record<Address, CTokenFacts>>;
}

const none: Beliefs = { oracle: null, entered: [], cTokens: {} };

/** A memo has been in storage; what is not of its form is forgotten. */
export function beliefsFrom(memo: Memo | null): Beliefs {
  const { oracle, entered, cTokens } = (memo ?? {}) as Partial<Beliefs>;
  const whole =
    typeof oracle === 'string' && Array.isArray(entered) && typeof cTokens === 'object' && cTokens !== null;
  return whole ? { oracle, entered, cTokens } : none;
}

/** Whether figures that were asked for under the first beliefs answer for the second. */
export function sameGround(first: Beliefs, second: Beliefs): boolean {
  if (first.entered.join() !== second.entered.join()) return false;
  if (first.entered.length === 0) return true;
  const areKnown = second.entered.every((cToken) => typeof second.cTokens[cToken]?.decimals === 'number');
  return first.oracle === second.oracle && areKnown;
}
