import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface StaticFile {
  readonly type: string;
  readonly body: string;
}

/** The lending page as its three files, by path. */
export async function bundleDevPage(): Promise<ReadonlyMap<string, StaticFile>> {
  return new Map([
    ['/', { type: 'text/html', body: await readFile(folder('index.html'), 'utf8') }],
    ['/page.css', { type: 'text/css', body: await readFile(folder('style.css'), 'utf8') }],
    ['/page.js', { type: 'text/javascript', body: await script() }],
  ]);
}

async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    root: folder('.'),
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: folder('src/main.ts'), output: { inlineDynamicImports: true } },
    },
  });
  const [built] = [result].flat();
  if (!built || !('output' in built)) throw new Error('The page was not built.');
  return built.output[0].code;
}
