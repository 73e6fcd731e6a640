import { request as httpsRequest } from 'node:https';

interface Received {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Asked {
  method?: string;
  path?: string;
  body?: string;
}

const PATIENCE = 400;

/** One request to a front on this port, as a browser would send it to the host; rejects if no whole answer comes. */
export function ask(port: number, host: string, { method = 'GET', path = '/', body = '' }: Asked = {}) {
  return new Promise<Received>((resolve, reject) => {
    const headers = { host, 'content-length': Buffer.byteLength(body) };
    const target = { host: '127.0.0.1', port, rejectUnauthorized: false, agent: false as const };
    let soFar = 'no answer';
    const request = httpsRequest({ ...target, method, path, headers }, (response) => {
      const { statusCode: status = 0, headers } = response;
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        soFar = `${status}, then the body stopped after ${text.length} bytes`;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status, headers, body: text }));
    });
    request.on('error', reject);
    request.setTimeout(PATIENCE, () => request.destroy(new Error(soFar)));
    request.end(body);
  });
}

export function askRpc(port: number, host: string, method: string, params: unknown[] = []) {
  return ask(port, host, { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }) });
}
