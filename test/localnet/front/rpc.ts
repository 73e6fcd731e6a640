export interface RpcRequest {
  id?: unknown;
  method: string;
  params?: unknown[];
}

export interface RpcReply {
  jsonrpc: '2.0';
  id: unknown;
  result?: unknown;
  error?: unknown;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A body carries one request or a batch of them; what is neither gives none. */
export function requestsIn(body: string): RpcRequest[] {
  const parsed = parse(body);
  const all: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return all.filter((r): r is RpcRequest => typeof (r as RpcRequest | undefined)?.method === 'string');
}

/** Applies a change to the reply, or to each reply of a batch, with the request it answers. */
export function mapReplies(
  requests: RpcRequest[],
  body: string,
  change: (reply: RpcReply, request: RpcRequest) => unknown,
): string {
  const parsed = parse(body) as RpcReply | RpcReply[];
  const one = (reply: RpcReply) => {
    const request = requests.find((r) => r.id === reply.id);
    return request ? change(reply, request) : reply;
  };
  return JSON.stringify(Array.isArray(parsed) ? parsed.map(one) : one(parsed));
}
