import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Completes package-lock.json after "npm install": npm leaves out optional packages that its registry cannot serve
 * (the binaries of other platforms, on a mirror that carries a few), and "npm ci" then refuses the lock file.
 */
const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(path, name)) continue;
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${path} wants ${name} ${version}: not exact.`);
    packages[`node_modules/${name}`] = { version, ...platform(name), ...(dev && { dev }), optional: true };
    console.log(`added ${name} ${version}`);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** Whether a package at this path finds the other one, in its own node_modules or further up. */
function isLocked(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at ? `${at}/` : ''}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}

/** "@rollup/rollup-linux-arm64-musl" → what npm needs to know to pass it over elsewhere. */
function platform(name) {
  const [, os, cpu] = /(android|darwin|freebsd|linux|openbsd|openharmony|win32)-([a-z0-9]+)/.exec(name) ?? [];
  if (!os) throw new Error(`${name} does not say which platform it is for.`);
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) && os === 'linux' ? 'glibc' : null;
  return { cpu: [cpu === 'amd64' ? 'x64' : cpu], ...(libc && { libc: [libc] }), os: [os] };
}
