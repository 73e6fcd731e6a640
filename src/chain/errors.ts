import { t } from '../i18n/t';
import type { EndpointState } from '../model/endpoint';

/** What is to become of an RPC that gave no usable answer. */
interface Penalty {
  readonly state: EndpointState;
  readonly forMs: number;
}

/** One RPC did not give an answer that can be used. The message completes the sentence "this RPC: …". */
export class RpcError extends Error {
  override name = 'RpcError';
  /** The usual one grows with every failure in a row. */
  readonly penalty: Penalty | 'usual' | 'none';
  constructor(
    message: string,
    { cause, penalty = 'usual' }: Partial<Pick<RpcError, 'cause' | 'penalty'>> = {},
  ) {
    super(message, { cause });
    this.penalty = penalty;
  }
}

/** The RPC is there and answers, but not to so much at once: its limit of gas or bytes. Less may be answered. */
export class TooMuch extends RpcError {
  override name = 'TooMuch';
}

/** No RPC of a chain could be used; the trouble of each is in the message. */
export class ChainUnreachable extends Error {
  override name = 'ChainUnreachable';
  constructor(chain: string, attempts: readonly { rpc: string; reason: string }[]) {
    const each = attempts.map(({ rpc, reason }) => t('chain.attempt', { rpc, reason })).join(' ');
    super(t('chain.unreachable', { chain, attempts: each }));
  }
}

/** This machine has no connection: no RPC is asked, and none is to blame. */
export class Offline extends Error {
  override name = 'Offline';
  constructor() {
    super(t('chain.offline'));
  }
}
