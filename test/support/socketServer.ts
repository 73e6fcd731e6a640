import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { RpcRequest } from './rpcServer';

export interface SocketServer {
  readonly url: string;
  /** Methods that were asked for, in order. */
  readonly asked: readonly string[];
  /** How many sockets are open. */
  open(): number;
  /** Says this on every open socket, whatever it is. */
  say(text: string | Buffer): void;
  stop(): Promise<void>;
}

/** A real WebSocket server that answers JSON-RPC however a test wants it to; undefined leaves a request without answer. */
export async function startSocketServer(
  answer: (request: RpcRequest) => string | undefined,
): Promise<SocketServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const asked: string[] = [];
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const request = JSON.parse(String(data)) as RpcRequest;
      asked.push(request.method);
      const reply = answer(request);
      if (reply !== undefined) socket.send(reply);
    });
  });
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/`,
    asked,
    open: () => server.clients.size,
    say: (text) => {
      for (const socket of server.clients) socket.send(text);
    },
    stop: () =>
      new Promise((stopped) => {
        for (const socket of server.clients) socket.terminate();
        server.close(() => stopped());
      }),
  };
}
