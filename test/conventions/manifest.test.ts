import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import own from '../../package.json' with { type: 'json' };

/** PRODUCT.md's list, by the alphabet; any other site is the user's own choice, asked for at run time. */
const matches = [
  'https://app.aave.com/*',
  'https://app.compound.finance/*',
  'https://app.defisaver.com/*',
  'https://app.instadapp.io/*',
  'https://app.morpho.org/*',
  'https://app.spark.fi/*',
  'https://app.summer.fi/*',
  'https://defi.instadapp.io/*',
  'https://pro.aave.com/*',
  'https://v3-app.compound.finance/*',
];

const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]));

/** All that the browsers are told alike: no site from the start, no file for pages, the top frame only. */
const shared = {
  manifest_version: 3,
  name: 'Plimsoll',
  description: '__MSG_summary__',
  default_locale: 'en',
  version: own.version,
  icons,
  permissions: ['storage', 'alarms', 'notifications'],
  // On a click it may ask to say where its scripts run, and to reach one site or endpoint; no more.
  optional_permissions: ['scripting'],
  optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
  action: { default_title: 'Plimsoll', default_popup: 'popup.html' },
  options_ui: { page: 'options.html', open_in_tab: true },
  content_scripts: [
    { matches, run_at: 'document_start', js: ['content-scripts/overlay.js'] },
    { matches, run_at: 'document_start', js: ['content-scripts/wallet.js'], world: 'MAIN' },
  ],
};

const only = {
  chrome: {
    background: { service_worker: 'background.js' },
    // No other extension and no page can talk to it; Firefox does not know the key and keeps them out without.
    externally_connectable: { ids: [] },
    minimum_chrome_version: '150',
  },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'plimsoll@extension',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

describe.each(['chrome', 'firefox'] as const)(
  'the production manifest for %s, which "npm test" makes',
  (browser) => {
    const path = new URL(`../../.output/${browser}-mv3/manifest.json`, import.meta.url);
    const { content_security_policy: policy, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));

    it('holds exactly this, in the top frame only (fault 45)', () => {
      expect(manifest).toEqual({ ...shared, ...only[browser] });
    });

    it('lets its own pages load nothing from outside, and reach what has TLS or is on this machine (threat: exfiltration)', () => {
      expect(Object.keys(policy)).toEqual(['extension_pages']);
      const directives = Object.fromEntries(
        (policy.extension_pages as string).split('; ').map((directive) => {
          const [name = '', ...values] = directive.split(' ');
          return [name, values];
        }),
      );
      const { 'connect-src': reached, ...others } = directives;
      expect(others).toEqual({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
      });
      // Wide, because users may enter endpoints of their own and a policy cannot change at run time. What narrows it is below.
      expect(reached).toEqual([
        ...['https:', 'wss:'],
        ...['http://127.0.0.1:*', 'http://localhost:*', 'ws://127.0.0.1:*', 'ws://localhost:*'],
      ]);
    });
  },
);

test('only the two transports of RPC requests send anything anywhere', () => {
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
  expect(sending).toEqual(['src/chain/socket.ts', 'src/chain/transport.ts']);
});
