import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';
import { TestBrowser } from './testBrowser';

export type { TestBrowser } from './testBrowser';

export interface BrowserOptions {
  /** Real host names that end at the local front: lending sites and RPCs alike. */
  readonly hosts: readonly string[];
  readonly frontPort: number;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** The browser's own language; English by default, whatever the machine speaks. */
  readonly language?: string;
  /** A profile folder to keep; by default a fresh one that is removed at close. */
  readonly profile?: string;
  /** The unpacked extension; the production build by default. */
  readonly extension?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const productionBuild =
  process.env.EXTENSION_DIR ?? fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Without these Chromium looks up its maker's hosts at every start, which a closed network answers slowly. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];

const chromiumArgs = ({
  hosts,
  frontPort,
  extension = productionBuild,
  language = 'en-US',
}: BrowserOptions): string[] => [
  `--lang=${language}`,
  `--disable-extensions-except=${extension}`,
  `--load-extension=${extension}`,
  `--host-resolver-rules=${[
    ...hosts.map((host) => `MAP ${host} 127.0.0.1:${frontPort}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ].join(', ')}`,
  '--ignore-certificate-errors',
  ...quiet,
];

/** Chromium with the production build loaded, which knows no host but the local front. */
export const launchBrowser = async (options: BrowserOptions): Promise<TestBrowser> => {
  const throwAway = options.profile ? undefined : await mkdtemp(join(tmpdir(), 'plimsoll-profile-'));
  const tidy = async () => {
    if (throwAway) await rm(throwAway, { recursive: true, force: true, maxRetries: 5 });
  };
  const executablePath = await findChromium();
  const context = await chromium.launchPersistentContext(options.profile ?? throwAway ?? '', {
    ...(executablePath ? { executablePath } : {}),
    headless: options.headless ?? true,
    // On Linux Chromium looks here, and not at its own option.
    env: { ...process.env, LANGUAGE: options.language ?? 'en-US' },
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
    ignoreHTTPSErrors: true,
    args: chromiumArgs(options),
  });
  try {
    return await TestBrowser.over(context, tidy);
  } catch (error) {
    await context.close();
    await tidy();
    throw error;
  }
};
