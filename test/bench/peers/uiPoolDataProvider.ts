import type { Address } from 'viem';
import { artifactsAppV36 } from '../../localnet/artifactsV36';
import { createDeployer } from '../../localnet/deploy/deployer';
import { MARKETS, TOKENS } from '../../localnet/production';
import type { Localnet } from '../../localnet/start';

/** What @aave/math-utils is fed with: two calls of the helper contract that Aave has for its own app, of one market. */
export async function uiPoolDataProvider(net: Localnet, user: Address): Promise<() => Promise<unknown>> {
  const deployer = createDeployer(net.client, artifactsAppV36);
  const { feed } = TOKENS.WETH;
  const address = await deployer.create('UiPoolDataProviderV3', [feed, feed]);
  const { abi } = await artifactsAppV36.get('UiPoolDataProviderV3');
  const { provider } = MARKETS.Core;
  const ask = (functionName: string, args: readonly Address[]) =>
    net.client.readContract({ address, abi, functionName, args });
  return () =>
    Promise.all([ask('getReservesData', [provider]), ask('getUserReservesData', [provider, user])]);
}
