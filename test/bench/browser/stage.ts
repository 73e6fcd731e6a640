import { fileURLToPath } from 'node:url';
import { parseUnits } from 'viem';
import { wagmiStore } from '../../e2e/world';
import { startFront } from '../../localnet/front';
import { type Localnet, startLocalnet } from '../../localnet/start';
import { launchBrowser, type TestBrowser } from '../../support/browser';
import { productionRpcs, rpcHosts } from '../../support/rpcHosts';
import { emptyExtension } from './emptyExtension';

export const LENDING = 'app.aave.com';

export interface Stage {
  readonly chain: Localnet;
  readonly ours: TestBrowser;
  /** The same browser with an extension that does nothing. */
  readonly empty: TestBrowser;
  /** What a lending page keeps of a connected wallet with a position. */
  readonly connected: string;
  close(): Promise<void>;
}

/** A lending page and a position on a local chain, looked at by two browsers: ours and one with an empty extension. */
export async function openStage(): Promise<Stage> {
  const chain = await startLocalnet();
  const [borrower] = chain.accounts;
  if (!borrower) throw new Error('The local chain has no account.');
  await chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  const page = fileURLToPath(new URL('../../e2e/pages', import.meta.url));
  const front = await startFront({ ...productionRpcs(chain.url), routes: { [LENDING]: page } });
  const options = { hosts: [LENDING, ...rpcHosts], frontPort: front.port };
  const ours = await launchBrowser(options);
  const empty = await launchBrowser({ ...options, extension: await emptyExtension() });
  return {
    chain,
    ours,
    empty,
    connected: wagmiStore(borrower),
    async close() {
      await Promise.all([ours.close(), empty.close()]);
      await front.stop();
      await chain.stop();
    },
  };
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
