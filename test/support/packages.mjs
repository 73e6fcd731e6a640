import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether node_modules holds what the lock file says; packages for other platforms may be missing. */
export function packagesMatch(root) {
  const wanted = read(join(root, 'package-lock.json'));
  const installed = read(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !installed) return false;
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === '') continue;
    const here = installed[path]?.version;
    if (here === version) continue;
    if (here === undefined && (optional || devOptional || peer)) continue;
    return false;
  }
  return Object.keys(installed).every((path) => path in wanted);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
