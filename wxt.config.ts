import { fileURLToPath } from 'node:url';
import type {} from '@wxt-dev/i18n/module';
import { parseAbi } from 'viem';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { chains } from './src/chain/chains';

const rpcOrigins = [...new Set(chains.flatMap((chain) => chain.rpcs.map((rpc) => new URL(rpc).origin)))];

/** Nothing is loaded from anywhere, and the only places a request may go are the RPCs listed in chains.ts. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${rpcOrigins.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** parseAbi of a list of plain strings, with comments between them; any other use of it is left to run in the browser. */
const CALL = /\bparseAbi\((\[(?:\s|,|'[^'\\]*'|\/\/.*)+\])\)/g;

const linesOf = (list: string): string[] =>
  [...list.matchAll(/\/\/.*|'([^']*)'/g)].flatMap(([, line]) => line ?? []);

/** ABIs are written as people read them and shipped as viem wants them, so that their parser need not be shipped. */
export const buildAbis = (): Plugin => ({
  name: 'build-abis',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.ts$/.test(id) && code.includes('parseAbi(')
      ? { code: code.replace(CALL, (_, list: string) => JSON.stringify(parseAbi(linesOf(list)))), map: null }
      : null,
});

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('./assets/locales', import.meta.url)) },
  publicDir: 'assets/public',
  // A twentieth smaller than esbuild's, which is what the badge needs to stay within its 15 kB.
  vite: () => ({
    plugins: [buildAbis()],
    build: {
      modulePreload: { polyfill: false },
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3 }, format: { comments: false, wrap_iife: true } },
    },
  }),
  hooks: {
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
  manifest: {
    name: 'Plimsoll',
    description: '__MSG_summary__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'notifications'],
    icons: {
      16: 'icons/16.png',
      32: 'icons/32.png',
      48: 'icons/48.png',
      128: 'icons/128.png',
    },
    action: { default_title: 'Plimsoll' },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    externally_connectable: { ids: [] },
  },
});
