import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chains } from '../../src/chain/chains';

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
  const asked = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
  expect(asked.filter((permission) => !usual.includes(permission))).toEqual([]);
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

test('its scripts run in the top frame only (fault 45)', () => {
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

test('its own pages load nothing from outside and reach the listed RPCs only (threat: exfiltration)', () => {
  const directives = new Map<string, string[]>(
    (manifest.content_security_policy.extension_pages as string).split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  const origins = chains.flatMap(({ rpcs }) => rpcs).map((rpc) => new URL(rpc).origin);
  expect(new Set(directives.get('connect-src'))).toEqual(new Set(origins));
});
