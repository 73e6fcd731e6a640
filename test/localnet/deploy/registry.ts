import { zeroAddress } from 'viem';
import { MARKETS, type MarketName, TOKENS } from '../production';
import { ADMIN, type Deployer } from './deployer';
import { LISTED } from './parameters';

/** The part that 3.0 and 3.6 share: addresses provider, access control and oracle. */
export async function deployRegistry(deployer: Deployer, name: MarketName): Promise<void> {
  const { provider, oracle } = MARKETS[name];
  const registry = (functionName: string, args: unknown[]) =>
    deployer.call(provider, 'PoolAddressesProvider', functionName, args);
  await deployer.install(provider, 'PoolAddressesProvider', [`Local ${name} Market`, ADMIN]);
  // ACLManager's constructor reads the ACL admin from the provider.
  await registry('setACLAdmin', [ADMIN]);
  const aclManager = await deployer.create('ACLManager', [provider]);
  await registry('setACLManager', [aclManager]);
  await deployer.call(aclManager, 'ACLManager', 'addPoolAdmin', [ADMIN]);
  const tokens = LISTED[name].map((symbol) => TOKENS[symbol]);
  await deployer.install(oracle, 'AaveOracle', [
    provider,
    tokens.map((t) => t.address),
    tokens.map((t) => t.feed),
    zeroAddress,
    zeroAddress,
    100_000_000n,
  ]);
  await registry('setPriceOracle', [oracle]);
}

export type Configure = (functionName: string, args: unknown[]) => Promise<void>;

/** Calls on the market's PoolConfigurator as pool admin. */
export async function configurator(
  deployer: Deployer,
  name: MarketName,
  contract: string,
): Promise<Configure> {
  const { provider } = MARKETS[name];
  const address = await deployer.readAddress(provider, 'PoolAddressesProvider', 'getPoolConfigurator');
  return (functionName, args) => deployer.call(address, contract, functionName, args);
}
