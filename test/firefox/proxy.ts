import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Proxy {
  readonly port: number;
  stop(): Promise<void>;
}

/** Leads every connection that a browser asks for to the local front, whatever its host: no name is ever looked up. */
export async function startProxy(frontPort: number): Promise<Proxy> {
  const open = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connect', (_, client: Socket, head) => {
    const front = connect(frontPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      front.write(head);
      front.pipe(client).pipe(front);
    });
    for (const [one, other] of [
      [client, front],
      [front, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        for (const socket of open) socket.destroy();
      }),
  };
}
