import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { findFirefox } from './firefox.mjs';
import { packagesMatch } from './packages.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Installs what is missing, packages and browser, and says so. Throws with a sentence for the user. */
export async function prepare() {
  if (!packagesMatch(root)) {
    console.log('Installing packages (npm ci) …');
    npm('ci', '--no-audit', '--no-fund');
  }
  process.env.CHROMIUM_PATH = (await findChromium()) ?? (await installChromium());
}

/** The same for Firefox, without which all but its own tests run: null where it cannot be had. */
export function prepareFirefox() {
  const found = findFirefox();
  if (found || process.env.FIREFOX_PATH) return found;
  if (process.getuid?.() !== 0 || distribution() !== 'debian') return null;
  console.log('Installing Firefox (apt-get install firefox-esr) …');
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'firefox-esr');
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
  return findFirefox();
}

async function installChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) throw new Error(`CHROMIUM_PATH is ${asked}, and there is no such file.`);
  const system = distribution();
  if (process.getuid?.() === 0 && system === 'debian') {
    console.log('Installing Chromium (apt-get install chromium) …');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  } else if (process.getuid?.() === 0 && system === 'ubuntu') {
    // Ubuntu's chromium package is a shell around a snap, which containers cannot run.
    console.log('Installing Chromium (Playwright, with apt for the libraries it needs) …');
    run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', '--with-deps', 'chromium']);
  }
  const found = await findChromium();
  if (found) return found;
  throw new Error('No Chromium found: run "npx playwright install chromium", or set CHROMIUM_PATH to one.');
}

function distribution() {
  try {
    return /^ID="?(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

const apt = (...args) => run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args]);

/** Under "npm test" the very npm that runs us. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) run(process.execPath, [cli, ...args]);
  else run('npm', args);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    throw new Error(`"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : '.'}`);
}
