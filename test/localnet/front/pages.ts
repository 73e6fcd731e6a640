import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Reply } from './http';

export interface PageRequest {
  host: string;
  method: string;
  /** With its query. */
  path: string;
  body: string;
}

/** A folder of static files, or a function that answers every request of the host. */
export type Page = string | ((request: PageRequest) => Reply | Promise<Reply>);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export async function servePage(page: Page, request: PageRequest): Promise<Reply> {
  if (typeof page === 'function') return await page(request);
  const { pathname } = new URL(request.path, 'https://page.invalid');
  // A path without an extension is a route of the single-page application.
  const file = extname(pathname) === '' ? 'index.html' : normalize(decodeURIComponent(pathname));
  try {
    const body = await readFile(join(page, file));
    return { headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }, body };
  } catch {
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
  }
}
