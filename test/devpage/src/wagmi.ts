import { connect, createConfig, http, reconnect } from '@wagmi/core';
import { mainnet } from 'viem/chains';
import { walletId } from './announce';
import { rpcUrl } from './rpc';

/** wagmi as lending apps use it, so that its real store lies in this page's localStorage. */
export const wagmi = createConfig({
  chains: [mainnet],
  transports: { [mainnet.id]: http(rpcUrl, { retryCount: 0 }) },
  pollingInterval: 250,
});

const connector = () => {
  const found = wagmi.connectors.find(({ id }) => id === walletId);
  if (!found) throw new Error('The development wallet has not announced itself.');
  return found;
};

export const connectWallet = () => connect(wagmi, { connector: connector() });

export const reconnectWallet = () => reconnect(wagmi, { connectors: [connector()] });
