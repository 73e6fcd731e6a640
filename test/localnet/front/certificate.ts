import { readFile } from 'node:fs/promises';
import { cachedFile } from '../cache';

export interface Certificate {
  key: string;
  cert: string;
}

const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000;

async function make(): Promise<string> {
  const { generate } = await import('selfsigned');
  const name = 'plimsoll local front';
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + TEN_YEARS),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return JSON.stringify({ key: made.private, cert: made.cert } satisfies Certificate);
}

/** Self-signed, one a machine: browsers under test are told to ignore certificate errors. */
export async function certificate(): Promise<Certificate> {
  return JSON.parse(await readFile(await cachedFile('front-certificate.json', make), 'utf8')) as Certificate;
}
