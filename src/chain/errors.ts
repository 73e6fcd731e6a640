/** One RPC did not give an answer that can be used. The message completes the sentence "this RPC: …". */
export class RpcError extends Error {
  override name = 'RpcError';
}

/** No RPC of a chain could be used; the trouble of each is in the message. */
export class ChainUnreachable extends Error {
  override name = 'ChainUnreachable';
  constructor(chain: string, attempts: readonly { rpc: string; reason: string }[]) {
    const each = attempts.map(({ rpc, reason }) => `${rpc}: ${reason}.`).join(' ');
    super(`No usable answer from ${chain}. ${each}`);
  }
}
