import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { RpcRecord } from './endpoint';
import { type Fault, falsify, isLie } from './faults';
import { type RpcRequest, requestsIn } from './rpc';

interface SocketHost {
  host: string;
  /** A node's URL. */
  upstream: string;
  /** As it is at that moment. */
  fault(): Fault | undefined;
  record(record: RpcRecord): void;
}

export interface Sockets {
  /** Takes a WebSocket to the chain, message by message, or misbehaves as told. */
  serve(host: SocketHost, request: IncomingMessage, socket: Duplex, head: Buffer): void;
  open(host: string): number;
  /** Breaks those of one host, or all of them. */
  cut(host?: string): void;
}

export function createSockets(): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const open = new Map<WebSocket, string>();

  function relay({ host, upstream, fault, record }: SocketHost, browser: WebSocket): void {
    const chain = new WebSocket(upstream.replace(/^http/, 'ws'));
    const asked: RpcRequest[] = [];
    const early: string[] = [];
    open.set(browser, host);
    browser.on('message', (data) => {
      const body = String(data);
      const requests = requestsIn(body);
      asked.push(...requests);
      const method = requests.map((r) => r.method).join('+');
      record({ host, method, bytesIn: Buffer.byteLength(body), bytesOut: 0, at: Date.now() });
      if (fault() === 'hang') return;
      if (chain.readyState === WebSocket.OPEN) chain.send(body);
      else early.push(body);
    });
    chain.on('open', () => {
      for (const body of early) chain.send(body);
    });
    chain.on('message', (data) => {
      const now = fault();
      if (now === 'hang') return;
      browser.send(isLie(now) ? falsify(now, asked, String(data)) : String(data));
    });
    const end = () => {
      open.delete(browser);
      browser.terminate();
      chain.terminate();
    };
    for (const side of [browser, chain]) side.on('close', end).on('error', end);
  }

  return {
    serve(host, request, socket, head) {
      if (host.fault() === 'down') return void socket.destroy();
      server.handleUpgrade(request, socket, head, (browser) => relay(host, browser));
    },
    open: (host) => [...open.values()].filter((of) => of === host).length,
    cut(host) {
      for (const [browser, of] of open) if (host === undefined || of === host) browser.terminate();
    },
  };
}
