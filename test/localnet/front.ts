import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from './front/certificate';
import { type RpcRecord, serveRpc, type Upstream } from './front/endpoint';
import type { Fault } from './front/faults';
import { hostOf, readBody, send } from './front/http';
import { type Page, servePage } from './front/pages';
import { createSockets } from './front/sockets';

export interface FrontOptions {
  /** The chain that every RPC host stands for, but those of `others`. */
  upstream: string;
  /** Host names that answer as JSON-RPC endpoints. */
  hosts?: readonly string[];
  /** RPC hosts that stand for something else. */
  others?: Readonly<Record<string, Upstream>>;
  /** Host names that answer as web sites. */
  routes?: Record<string, Page>;
  /** Default: a free one. */
  port?: number;
}

export interface Front {
  port: number;
  /** RPC requests in order of arrival, by whichever way; preflights are not counted. */
  requests: readonly RpcRecord[];
  /** Hosts that were asked for and are nobody's: answered with 421. */
  strangers: readonly string[];
  /** How many RPC requests arrived, of one host or one method if given. */
  count(filter?: { host?: string; method?: string }): number;
  /** How many WebSockets to this host are open. */
  sockets(host: string): number;
  reset(): void;
  /** Makes one RPC host misbehave until told otherwise; null heals it. */
  fault(host: string, fault: Fault | null): void;
  /** Chromium's --host-resolver-rules value that sends these hosts here and every other name nowhere. */
  resolverRules: string;
  stop(): Promise<void>;
}

/**
 * One HTTPS server on 127.0.0.1 that stands for all the hosts a browser under test may reach, told apart by Host. RPC hosts
 * take WebSockets too, which end at the chain.
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const { upstream, hosts = [], routes = {}, others = {} } = options;
  const requests: RpcRecord[] = [];
  const strangers: string[] = [];
  const faults = new Map<string, Fault>();
  const sockets = createSockets();
  const stopping = new AbortController();

  const record = (r: RpcRecord) => void requests.push(r);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = hostOf(request);
    const page = routes[host];
    if (hosts.includes(host)) {
      const endpoint = {
        host,
        upstream: others[host] ?? upstream,
        fault: faults.get(host),
        record,
        stopped: stopping.signal,
      };
      return serveRpc(endpoint, request, response);
    }
    if (page !== undefined) {
      const { method = 'GET', url: path = '/' } = request;
      return send(response, await servePage(page, { host, method, path, body: await readBody(request) }));
    }
    strangers.push(host);
    send(response, { status: 421 });
  }

  const server = createServer(await certificate(), (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent && !response.destroyed) send(response, { status: 502, body: String(error) });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const host = hostOf(request);
    if (hosts.includes(host)) {
      const fault = () => faults.get(host);
      return sockets.serve({ host, upstream, fault, record }, request, socket, head);
    }
    strangers.push(host);
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    port,
    requests,
    strangers,
    count: ({ host, method } = {}) =>
      requests.filter((r) => (host ?? r.host) === r.host && (method ?? r.method) === r.method).length,
    sockets: sockets.open,
    reset() {
      requests.length = 0;
      strangers.length = 0;
    },
    fault(host, fault) {
      if (!hosts.includes(host)) throw new Error(`${host} is no RPC host of this front`);
      if (fault === null) faults.delete(host);
      else faults.set(host, fault);
      if (fault === 'down') sockets.cut(host);
    },
    resolverRules: [
      ...[...hosts, ...Object.keys(routes)].map((host) => `MAP ${host} 127.0.0.1:${port}`),
      'MAP * ~NOTFOUND',
      'EXCLUDE 127.0.0.1',
    ].join(', '),
    async stop() {
      stopping.abort();
      sockets.cut();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
