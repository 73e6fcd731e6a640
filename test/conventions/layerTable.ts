/** Something to import: a file of ours, or a package. The keys are the words of the layer table. */
export const modules = {
  model: ['src/model/asset'],
  i18n: ['src/i18n/t'],
  risk: ['src/risk/assess'],
  "another protocol's index": ['src/protocols/two/index'],
  "another protocol's rules": ['src/protocols/two/rules'],
  "another protocol's insides": ['src/protocols/two/read', 'src/protocols/two/abi'],
  registry: ['src/protocols/registry'],
  chain: ['src/chain/client'],
  page: ['src/page/site'],
  view: ['src/view/words'],
  platform: ['src/platform/storage'],
  watch: ['src/watch/refresh'],
  inspect: ['src/inspect/main'],
  ui: ['src/ui/card'],
  entrypoints: ['entrypoints/background', 'entrypoints/popup/main'],
  viem: ['viem', 'viem/actions'],
  preact: ['preact', 'preact/hooks', '@preact/signals'],
  'browser API': ['wxt/browser', 'webextension-polyfill', '@webext-core/messaging', '@wxt-dev/storage'],
  valibot: ['valibot'],
  'decimal.js': ['decimal.js'],
} as const;

export type Module = keyof typeof modules;

interface Row {
  /** Where a file of the layer stands; "*" is any name. */
  readonly file: `src/${string}.ts`;
  readonly may: readonly Module[];
}

/** The layer table of README.md, with what its rows leave unsaid: every layer may import itself. */
export const layerTable: Readonly<Record<string, Row>> = {
  model: { file: 'src/model/*.ts', may: ['model'] },
  i18n: { file: 'src/i18n/*.ts', may: ['i18n'] },
  risk: { file: 'src/risk/*.ts', may: ['model', 'risk', "another protocol's rules", 'decimal.js'] },
  protocols: {
    file: 'src/protocols/one/*.ts',
    may: ['model', 'i18n', "another protocol's index", 'registry', 'viem'],
  },
  'protocols/*/rules': { file: 'src/protocols/*/rules.ts', may: ['model', "another protocol's rules"] },
  chain: { file: 'src/chain/*.ts', may: ['model', 'i18n', 'chain', 'viem'] },
  page: { file: 'src/page/*.ts', may: ['model', 'page'] },
  view: { file: 'src/view/*.ts', may: ['model', 'i18n', 'risk', 'view', 'decimal.js'] },
  platform: { file: 'src/platform/*.ts', may: ['model', 'i18n', 'platform', 'browser API', 'valibot'] },
  watch: {
    file: 'src/watch/*.ts',
    may: [
      'model',
      'i18n',
      "another protocol's index",
      "another protocol's rules",
      "another protocol's insides",
      'registry',
      'risk',
      'view',
      'chain',
      'platform',
      'watch',
      'valibot',
      'decimal.js',
    ],
  },
  inspect: {
    file: 'src/inspect/*.ts',
    may: [
      'model',
      'i18n',
      "another protocol's index",
      "another protocol's rules",
      "another protocol's insides",
      'registry',
      'risk',
      'view',
      'chain',
      'inspect',
      'viem',
      'decimal.js',
    ],
  },
  ui: {
    file: 'src/ui/*.ts',
    may: ['model', 'i18n', 'risk', 'view', 'platform', 'ui', 'preact', 'decimal.js'],
  },
};
