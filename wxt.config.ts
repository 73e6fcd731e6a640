import { fileURLToPath } from 'node:url';
import type {} from '@wxt-dev/i18n/module';
import { defineConfig } from 'wxt';
import { billOfMaterials } from './test/package/billOfMaterials';
import { buildAbis } from './test/package/buildAbis';
import { lowerAddresses } from './test/package/lowerAddresses';
import { slimDecimal } from './test/package/slimDecimal';
import { slimValibot } from './test/package/slimValibot';
import { slimViem } from './test/package/slimViem';
import { makeStable } from './test/package/stableZip';
import { noteThirdParty, thirdPartyText } from './test/package/thirdParty';

/**
 * Nothing is loaded from anywhere. A request may go to any address over TLS, because users may enter endpoints of their own
 * and a policy cannot be changed at run time; nodes on the user's own machine have no TLS.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: wss: http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** From 142 on Firefox shows everywhere what an add-on collects: nothing. What nodes are asked is in PRIVACY.md. */
const gecko = {
  id: 'plimsoll@extension',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none'] },
};

const thirdParty = new Set<string>();

export default defineConfig({
  imports: false,
  // In Firefox too, where WXT would take 2: the event page keeps the watch just as well (test/firefox).
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('./assets/locales', import.meta.url)) },
  publicDir: 'assets/public',
  // A twentieth smaller than esbuild's, which is what the badge needs to stay within its 15 kB.
  vite: () => ({
    plugins: [
      buildAbis(),
      slimDecimal(),
      slimValibot(),
      slimViem(),
      lowerAddresses(),
      noteThirdParty(thirdParty),
    ],
    build: {
      modulePreload: { polyfill: false },
      // What two screens share is a file of its own only where that is worth one.
      rollupOptions: { output: { experimentalMinChunkSize: 4000 } },
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3 }, format: { comments: false, wrap_iife: true } },
    },
  }),
  // What builds the extension; npm obeys .npmrc. The default leaves out tests and what is hidden.
  zip: {
    includeSources: ['.npmrc'],
    excludeSources: ['assets/readme/**', 'test/out/**', 'test/vectors/**'],
  },
  hooks: {
    'build:publicAssets': (wxt, files) => {
      const { root } = wxt.config;
      files.push({ relativeDest: 'THIRD-PARTY.txt', contents: thirdPartyText(thirdParty, root) });
      files.push({ relativeDest: 'THIRD-PARTY.cdx.json', contents: billOfMaterials(thirdParty, root) });
    },
    'zip:extension:done': (_, path) => makeStable(path),
    'zip:sources:done': (_, path) => makeStable(path),
    'vite:build:extendConfig': (_, config) => {
      const ours = (name: string) => fileURLToPath(new URL(`./src/platform/${name}.ts`, import.meta.url));
      config.resolve = {
        ...config.resolve,
        alias: {
          ...config.resolve?.alias,
          'webextension-polyfill': ours('nativeBrowser'),
          'wxt/browser': ours('nativeBrowser'),
          'wxt/utils/content-script-context': ours('noContext'),
        },
      };
    },
  },
  manifest: ({ browser }) => ({
    name: 'Plimsoll',
    description: '__MSG_summary__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'notifications'],
    // Asked for on a click: for an endpoint of the user's own, and for a site where the badge is wanted too.
    optional_permissions: ['scripting'],
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    icons: {
      16: 'icons/16.png',
      32: 'icons/32.png',
      48: 'icons/48.png',
      128: 'icons/128.png',
    },
    action: { default_title: 'Plimsoll' },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    // Firefox does not know the key, and lets no other extension or page in without it.
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko } }
      : // Announced for 144 and brought in by steps: what listens to messages answers with a promise (nativeBrowser.ts).
        { externally_connectable: { ids: [] }, minimum_chrome_version: '150' }),
  }),
});
