import { chains } from '../../src/chain/chains';
import { askDesert } from '../localnet/desert';
import type { FrontOptions } from '../localnet/front';

const hostsOf = (rpcs: readonly string[]): string[] => rpcs.map((rpc) => new URL(rpc).hostname);

/** The hosts of Ethereum's shipped RPCs, behind which the local chain stands. */
export const ethereumHosts: readonly string[] = chains
  .filter(({ id }) => id === 1)
  .flatMap(({ rpcs }) => hostsOf(rpcs));

/** Every host that the shipped extension may ask. */
export const rpcHosts: readonly string[] = chains.flatMap(({ rpcs }) => hostsOf(rpcs));

/** For startFront: Ethereum is the local chain, and on every other network nobody has anything. */
export const productionRpcs = (upstream: string): Pick<FrontOptions, 'upstream' | 'hosts' | 'others'> => ({
  upstream,
  hosts: rpcHosts,
  others: Object.fromEntries(
    chains
      .filter(({ id }) => id !== 1)
      .flatMap(({ id, rpcs }) => hostsOf(rpcs).map((host) => [host, (body: string) => askDesert(id, body)])),
  ),
});
