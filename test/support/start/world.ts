import { type Address, parseUnits } from 'viem';
import { createDevPage, devPageHost } from '../../devpage/page';
import { startFront } from '../../localnet/front';
import { type Localnet, startLocalnet } from '../../localnet/start';
import { productionRpcs, rpcHosts } from '../rpcHosts';

export interface World {
  readonly chain: Localnet;
  /** Holds the position, and is the development wallet's first account. */
  readonly borrower: Address;
  readonly hosts: readonly string[];
  readonly port: number;
  stop(): Promise<void>;
}

/** A private chain with a position on it, and the lending page and the RPCs that lead to it. */
export async function startWorld(options: { blockTime?: number } = {}): Promise<World> {
  const chain = await startLocalnet(options);
  try {
    const borrower = chain.accounts[0];
    if (!borrower) throw new Error('The local chain has no account.');
    await openPosition(chain, borrower);
    const front = await startFront({
      ...productionRpcs(chain.url),
      routes: { [devPageHost]: await createDevPage(chain) },
    });
    return {
      chain,
      borrower,
      hosts: [devPageHost, ...rpcHosts],
      port: front.port,
      async stop() {
        await front.stop();
        await chain.stop();
      },
    };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}

/** 10 ETH and a tenth of a bitcoin against 20,000 dollars, and something of everything in the wallet. */
async function openPosition(chain: Localnet, borrower: Address): Promise<void> {
  await chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await chain.supply('Core', borrower, 'WBTC', parseUnits('0.1', 8));
  await chain.borrow('Core', borrower, 'USDC', parseUnits('20000', 6));
  await chain.mint('WETH', borrower, parseUnits('5', 18));
  await chain.mint('wstETH', borrower, parseUnits('5', 18));
  await chain.mint('WBTC', borrower, parseUnits('0.2', 8));
  await chain.mint('DAI', borrower, parseUnits('10000', 18));
}
