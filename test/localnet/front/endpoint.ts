import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Fault, falsify, isLie } from './faults';
import { type Reply, readBody, send } from './http';
import { requestsIn } from './rpc';

export interface RpcRecord {
  host: string;
  /** Of a batch: the methods joined by '+'. */
  method: string;
  bytesIn: number;
  /** Of the body; 0 until the reply is sent, and where none is. */
  bytesOut: number;
  /** Date.now() on arrival. */
  at: number;
}

/** Where requests go on to: a node's URL, or something that answers a body by itself. */
export type Upstream = string | ((body: string) => string);

export interface Endpoint {
  host: string;
  upstream: Upstream;
  fault: Fault | undefined;
  record(record: RpcRecord): void;
  stopped: AbortSignal;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': '*, content-type',
  'access-control-max-age': '600',
};
const JSON_HEADERS = { ...CORS, 'content-type': 'application/json' };
const REDIRECTED = '/redirected';

/** Answers one HTTP request to an RPC host: forwards it to the chain, or misbehaves as told. */
export async function serveRpc(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fault = request.url === REDIRECTED ? undefined : endpoint.fault;
  if (request.method === 'OPTIONS' && fault !== 'down') return send(response, { status: 204, headers: CORS });
  const body = await readBody(request);
  const record = {
    host: endpoint.host,
    method: requestsIn(body)
      .map((r) => r.method)
      .join('+'),
    bytesIn: Buffer.byteLength(body),
    bytesOut: 0,
    at: Date.now(),
  };
  if (request.method !== 'OPTIONS') endpoint.record(record);
  if (fault === 'down') return void request.socket.destroy();
  if (fault === 'hang') return;
  if (typeof fault === 'object') await delayed(fault.delay, endpoint.stopped);
  const reply = await answer(endpoint, fault, body);
  record.bytesOut = Buffer.byteLength(reply.body ?? '');
  if (fault === 'slowBody') return stall(response, reply);
  send(response, reply);
}

async function answer(endpoint: Endpoint, fault: Fault | undefined, body: string): Promise<Reply> {
  const html = { ...CORS, 'content-type': 'text/html' };
  const plain = { ...CORS, 'content-type': 'text/plain' };
  if (fault === 'html') return { headers: html, body: '<!doctype html><title>Welcome</title><p>Sign in' };
  if (fault === 'empty') return { headers: JSON_HEADERS };
  if (fault === 'status500') return { status: 500, headers: plain, body: 'internal error' };
  if (fault === 'status403') return { status: 403, headers: plain, body: 'forbidden' };
  if (fault === 'status429') {
    const headers = { ...plain, 'retry-after': '60', 'access-control-expose-headers': 'retry-after' };
    return { status: 429, headers, body: 'too many requests' };
  }
  if (fault === 'redirect') return { status: 307, headers: { ...CORS, location: REDIRECTED } };
  const text = await forward(endpoint, body);
  return { headers: JSON_HEADERS, body: isLie(fault) ? falsify(fault, requestsIn(body), text) : text };
}

async function forward({ upstream, stopped }: Endpoint, body: string): Promise<string> {
  if (typeof upstream === 'function') return upstream(body);
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(upstream, { method: 'POST', headers, body, signal: stopped });
  return await reply.text();
}

function stall(response: ServerResponse, { headers, body = '' }: Reply): void {
  response.writeHead(200, { 'content-length': Buffer.byteLength(body), ...headers });
  response.write(body.slice(0, body.length / 2));
}

function delayed(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stopped.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
