import type { Address } from '../../model/asset';
import type { Memo } from '../../model/reader';

/** What is believed of one reserve for one owner. Hub, token and asset id never change; the keys do. */
export interface ReserveFacts {
  readonly token: Address;
  readonly hub: Address;
  readonly assetId: number;
  /** Of the dynamic configuration that counts for the owner's collateral. */
  readonly ownKey: number;
  /** Of the one a new borrowing would take. */
  readonly latestKey: number;
}

/** In what ways the owner uses a reserve, or is believed to. */
export interface ReserveUse {
  readonly id: number;
  readonly collateral: boolean;
  readonly borrowed: boolean;
}

/**
 * What the reader believes before it asks: from the last reading, or nothing. Every round asks for the truth of each
 * belief beside the figures that rest on it, so a belief that turned out wrong costs a round and never a wrong figure.
 */
export interface Beliefs {
  readonly oracle: Address | null;
  /** By reserve id. */
  readonly reserves: readonly (ReserveFacts | null)[];
  readonly used: readonly ReserveUse[];
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

/** Whether all that was needed for the figures of the reserves in use was asked for, and under beliefs that hold. */
export function hold(asked: Beliefs, truth: Beliefs): boolean {
  return (
    asked.oracle === truth.oracle &&
    truth.used.every(({ id, collateral, borrowed }) => {
      const question = asked.used.find((each) => each.id === id);
      const [believed, real] = [asked.reserves[id], truth.reserves[id]];
      return (
        question &&
        (question.borrowed || !borrowed) &&
        believed &&
        real &&
        believed.token === real.token &&
        believed.hub === real.hub &&
        believed.assetId === real.assetId &&
        (!collateral || (believed.ownKey === real.ownKey && believed.latestKey === real.latestKey))
      );
    })
  );
}
