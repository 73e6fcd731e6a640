import { chains } from '../../../src/chain/chains';

/** The extension's own first RPC, which ends at the same local chain. */
export const rpcUrl = chains[0]?.rpcs[0] ?? '';

/** An error as EIP-1193 has it: with the code and the data that the node gave. */
export class RpcError extends Error {
  constructor(
    message: string,
    readonly code: number,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

let id = 0;

export async function rpc(method: string, params: unknown = []): Promise<unknown> {
  id += 1;
  const response = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
  });
  const { result, error } = await response.json();
  if (error) throw new RpcError(error.message, error.code, error.data);
  return result;
}
