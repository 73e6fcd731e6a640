import type { AccountHint } from '../model/snapshot';

/** A connection that the page itself keeps on record. */
export interface Connection {
  /** The wallet behind it: for an EIP-6963 wallet its rdns, "injected" for window.ethereum. */
  readonly connector: string;
  readonly hint: AccountHint;
}

export const mostConnections = 8;

/** A wallet's id is only ever compared, never shown. */
export const connectorId = (value: unknown): string =>
  typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : '';
