import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFirefox } from '../support/firefox.mjs';
import { type Bidi, connect } from './bidi';

export const ID = 'plimsoll@extension';
/** Otherwise made up at every installation. */
export const ORIGIN = 'moz-extension://11111111-2222-4333-8444-555555555555';

export interface LaunchOptions {
  readonly profile: string;
  readonly proxyPort: number;
}

const prefs = ({ proxyPort }: LaunchOptions) => ({
  // A package that is found in the profile counts as installed, and needs no signature of the store.
  'extensions.autoDisableScopes': 0,
  'xpinstall.signatures.required': false,
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: new URL(ORIGIN).host }),
  // Half a minute otherwise.
  'extensions.background.idle.timeout': 2_000,
  'alerts.useSystemBackend': false,
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  // It asks its maker nothing.
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  // Decoders of protected video: aus5.mozilla.org, and update.googleapis.com.
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
});

const environment = ({ profile }: LaunchOptions) => ({
  // Run as root it refuses a home that is another's, as in some containers.
  HOME: profile,
  // Otherwise it takes no other server for its settings than its maker's.
  MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
});

export interface Running {
  readonly bidi: Bidi;
  /** Ends it as its user does, so that it writes down what it keeps. */
  quit(): Promise<void>;
}

/** Puts the zip that goes to the store into a profile, where it stays. */
export async function install(zip: string, profile: string): Promise<void> {
  await mkdir(join(profile, 'extensions'));
  await copyFile(zip, join(profile, 'extensions', `${ID}.xpi`));
}

/** Firefox without a window. */
export async function launchFirefox(options: LaunchOptions): Promise<Running> {
  const executable = findFirefox();
  if (!executable) throw new Error('No Firefox found: set FIREFOX_PATH to an ESR or a Developer Edition.');
  const lines = Object.entries(prefs(options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(options.profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    executable,
    [
      '--headless',
      '--no-remote',
      ...['--profile', options.profile],
      ...['--remote-debugging-port', '0'],
      '--remote-allow-system-access',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment(options) } },
  );
  process.once('exit', () => child.kill());
  const ended = once(child, 'exit');
  try {
    const bidi = await connect(`${await addressOf(child)}/session`);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return {
      bidi,
      async quit() {
        const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
        await bidi.send('browser.close').catch(() => undefined);
        await ended;
        clearTimeout(late);
      },
    };
  } catch (error) {
    child.kill();
    throw error;
  }
}

/** Where it listens, which it writes to its standard error. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`Firefox did not start:\n${said}`)), 20_000);
    stderr?.on('data', (chunk) => {
      said += chunk;
      const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (!url) return;
      clearTimeout(late);
      found(url);
    });
  });
}
