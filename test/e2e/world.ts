import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Address } from 'viem';
import { type Front, startFront } from '../localnet/front';
import { type Localnet, startLocalnet } from '../localnet/start';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { productionRpcs, rpcHosts } from '../support/rpcHosts';

export const LENDING = 'app.aave.com';

/** The real contracts, and the front that leads the production RPCs' names to them. */
export interface Ground {
  readonly chain: Localnet;
  readonly front: Front;
}

export async function startGround(ownHosts: readonly string[] = []): Promise<Ground> {
  const chain = await startLocalnet();
  const production = productionRpcs(chain.url);
  const front = await startFront({
    ...production,
    hosts: [...(production.hosts ?? []), ...ownHosts],
    routes: { [LENDING]: fileURLToPath(new URL('./pages', import.meta.url)) },
  });
  return { chain, front };
}

/** The same with the production build in Chromium. */
export interface World extends Ground {
  readonly browser: TestBrowser;
  /** A lending page with this account connected, as wagmi keeps it. */
  openAs(account: Address): Promise<Page>;
  /** Until no reading is under way: a look leaves the other networks to themselves. A page asks for blocks still. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** @param ownHosts of endpoints that a user adds, which stand for Ethereum */
export async function startWorld(ownHosts: readonly string[] = []): Promise<World> {
  const { chain, front } = await startGround(ownHosts);
  const browser = await launchBrowser({ hosts: [LENDING, ...rpcHosts, ...ownHosts], frontPort: front.port });
  return {
    chain,
    front,
    browser,
    async openAs(account) {
      const page = await browser.newPage();
      await page.addInitScript((text) => localStorage.setItem('wagmi.store', text), wagmiStore(account));
      await page.goto(`https://${LENDING}/`);
      return page;
    },
    async rest() {
      const readings = () => front.requests.filter(({ method }) => method !== 'eth_blockNumber').length;
      for (let before = -1; before !== readings(); ) {
        before = readings();
        await new Promise((done) => setTimeout(done, 1_000));
      }
    },
    async close() {
      await browser.close();
      await front.stop();
      await chain.stop();
    },
  };
}

/** What wagmi keeps of a connected wallet on Ethereum. */
export function wagmiStore(account: Address): string {
  const connector = { id: 'io.wallet', name: 'Wallet', type: 'injected', uid: 'one' };
  const connections = { __type: 'Map', value: [['one', { accounts: [account], chainId: 1, connector }]] };
  return JSON.stringify({ state: { connections, chainId: 1, current: 'one' }, version: 2 });
}
