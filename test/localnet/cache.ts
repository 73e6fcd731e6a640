import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Per machine, below node_modules: what is made from licensed sources must never reach the repository. */
const cacheDirectory = fileURLToPath(new URL('../../node_modules/.cache/plimsoll/', import.meta.url));

export function hashOf(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 20);
}

const pending = new Map<string, Promise<string>>();

/** Path of the cached file, made on first use. Two processes may make it at once: the last rename wins, whole. */
export function cachedFile(name: string, make: () => Promise<string>): Promise<string> {
  const path = cacheDirectory + name;
  if (existsSync(path)) return Promise.resolve(path);
  const making = pending.get(path) ?? write(path, make).finally(() => pending.delete(path));
  pending.set(path, making);
  return making;
}

async function write(path: string, make: () => Promise<string>): Promise<string> {
  const content = await make();
  await mkdir(cacheDirectory, { recursive: true });
  const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(temporary, content);
  await rename(temporary, path);
  return path;
}
