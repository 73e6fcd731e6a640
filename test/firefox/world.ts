import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Address } from 'viem';
import own from '../../package.json' with { type: 'json' };
import { type Ground, LENDING, startGround, wagmiStore } from '../e2e/world';
import { Firefox } from './firefox';
import { install } from './launch';
import { startProxy } from './proxy';
import type { Tab } from './tab';

const zip = fileURLToPath(new URL(`../../.output/plimsoll-${own.version}-firefox.zip`, import.meta.url));

/** The real contracts, and Firefox with the package that goes to the store. */
export interface World extends Ground {
  readonly firefox: Firefox;
  /** Ends the browser and starts it again on the same profile. */
  restart(): Promise<void>;
  /** A lending page with this account connected, as wagmi keeps it. */
  openAs(account: Address): Promise<Tab>;
  close(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const ground = await startGround();
  const proxy = await startProxy(ground.front.port);
  const profile = await mkdtemp(join(tmpdir(), 'plimsoll-firefox-'));
  await install(zip, profile);
  const start = () => Firefox.start({ profile, proxyPort: proxy.port });
  let firefox = await start();
  return {
    ...ground,
    get firefox() {
      return firefox;
    },
    async restart() {
      await firefox.quit();
      firefox = await start();
    },
    openAs: (account) =>
      firefox.openPage(
        `https://${LENDING}/`,
        `localStorage.setItem('wagmi.store', ${JSON.stringify(wagmiStore(account))})`,
      ),
    async close() {
      await firefox.quit();
      await proxy.stop();
      await ground.front.stop();
      await ground.chain.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
