import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RpcRequest {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

export interface RpcServer {
  readonly url: string;
  readonly requests: readonly RpcRequest[];
  stop(): Promise<void>;
}

/** A plain HTTP server that answers JSON-RPC however a test wants it to, well or badly. */
export async function startRpcServer(
  answer: (request: RpcRequest, response: ServerResponse) => void | Promise<void>,
): Promise<RpcServer> {
  const requests: RpcRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = JSON.parse(await textOf(incoming)) as RpcRequest;
    requests.push(request);
    await answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return text;
}
