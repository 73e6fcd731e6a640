import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../../node_modules/.cache/plimsoll/bench/', import.meta.url));

/**
 * A module of this folder, bundled as the extension is: run as it stands, every function made would first be given its
 * name, and that takes longer than the sums.
 */
export async function asShipped(name: string): Promise<Record<string, unknown>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    ssr: { noExternal: true },
    build: { ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)), write: false, target: 'node20' },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error(`${name} was not built.`);
  await mkdir(folder, { recursive: true });
  const file = `${folder}${name}.mjs`;
  await writeFile(file, output.output[0].code);
  return import(pathToFileURL(file).href);
}
