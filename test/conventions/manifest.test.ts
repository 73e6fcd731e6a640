import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface ContentScript {
  readonly matches: readonly string[];
  readonly all_frames?: boolean;
  readonly match_about_blank?: boolean;
  readonly match_origin_as_fallback?: boolean;
}

/** The production build's, which "npm test" makes first. */
const manifest = JSON.parse(
  readFileSync(new URL('../../.output/chrome-mv3/manifest.json', import.meta.url), 'utf8'),
);
const scripts: readonly ContentScript[] = manifest.content_scripts ?? [];

/** PRODUCT.md's list; any other site is the user's own choice, asked for at run time. */
const lendingSites = [
  'app.aave.com',
  'pro.aave.com',
  'app.compound.finance',
  'v3-app.compound.finance',
  'app.morpho.org',
  'app.spark.fi',
  'app.summer.fi',
  'app.defisaver.com',
  'app.instadapp.io',
  'defi.instadapp.io',
];

test('it asks for storage, alarms and notifications at most', () => {
  const usual = ['storage', 'alarms', 'notifications'];
  expect((manifest.permissions ?? []).filter((each: string) => !usual.includes(each))).toEqual([]);
});

test('on a click it may ask to say where its scripts run, and to reach one site or endpoint; no more', () => {
  expect(manifest.optional_permissions ?? []).toEqual(['scripting']);
  expect(manifest.optional_host_permissions).toEqual([
    'https://*/*',
    'http://127.0.0.1/*',
    'http://localhost/*',
  ]);
});

test('it has the run of no site from the start', () => {
  expect(manifest.host_permissions ?? []).toEqual([]);
});

test('its scripts run on the lending sites and nowhere else', () => {
  const patterns = scripts.flatMap(({ matches }) => matches);
  expect(patterns.length).toBeGreaterThan(0);
  expect(patterns.filter((pattern) => !lendingSites.some((site) => pattern === `https://${site}/*`))).toEqual(
    [],
  );
});

test('its scripts run in the top frame only', () => {
  for (const script of scripts) {
    expect(script.all_frames ?? false).toBe(false);
    expect(script.match_about_blank ?? false).toBe(false);
    expect(script.match_origin_as_fallback ?? false).toBe(false);
  }
});

test('pages can load nothing of it and no other extension can talk to it', () => {
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.externally_connectable).toEqual({ ids: [] });
});

test('its own pages load nothing from outside, and reach what has TLS or is on this machine', () => {
  const directives = new Map<string, string[]>(
    (manifest.content_security_policy.extension_pages as string).split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  // Wide, because users may enter endpoints of their own and a policy cannot change at run time. What narrows it is below.
  expect(directives.get('connect-src')).toEqual(['https:', 'http://127.0.0.1:*', 'http://localhost:*']);
});

test('only the transport of RPC requests sends anything anywhere', () => {
  const senders = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection/;
  const root = new URL('../../', import.meta.url);
  const files = ['src', 'entrypoints'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  );
  const sending = files.filter(
    (file) => /(?<!\.test)\.tsx?$/.test(file) && senders.test(readFileSync(new URL(file, root), 'utf8')),
  );
  expect(sending).toEqual(['src/chain/transport.ts']);
});
