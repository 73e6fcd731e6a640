import { type Address, pad, zeroAddress } from 'viem';
import { artifactsV2 } from '../artifactsV2';
import { artifactsV30 } from '../artifactsV30';
import type { LocalClient } from '../client';
import { TOKENS, type TokenSymbol, V2_FEEDS, V2_MARKETS, type V2MarketName } from '../production';
import { fillV2Market } from './aaveV2Whale';
import { ADMIN, createDeployer, type Deployer } from './deployer';
import { INITIAL_PRICES, RESERVES, V2_LISTED } from './parameters';

const ETHER = 10n ** 18n;
const RAY_PER_BASIS_POINT = 10n ** 23n;
/** The rate that a stable loan starts from; 4%. */
const STABLE_RATE = 400n * RAY_PER_BASIS_POINT;

/** 18 decimals, in ETH. */
export const inEther = (symbol: TokenSymbol): bigint =>
  (INITIAL_PRICES[symbol] * ETHER) / INITIAL_PRICES.WETH;

/** Every Aave v2 market of Ethereum at its production addresses, in the order that the contracts' checks require. */
export async function deployAaveV2(client: LocalClient): Promise<void> {
  const v30 = createDeployer(client, artifactsV30);
  for (const [symbol, feed] of Object.entries(V2_FEEDS) as [TokenSymbol, Address][]) {
    await v30.install(feed, 'MockAggregator', [inEther(symbol)]);
  }
  const deployer = createDeployer(client, artifactsV2);
  const oracles = new Set<Address>();
  for (const name of Object.keys(V2_MARKETS) as V2MarketName[]) {
    const { oracle } = V2_MARKETS[name];
    // Main and AMM share theirs.
    if (!oracles.has(oracle)) await installOracle(deployer, oracle);
    oracles.add(oracle);
    await deployMarket(deployer, name);
    await fillV2Market(client, name);
  }
}

async function installOracle(deployer: Deployer, at: Address): Promise<void> {
  const priced = Object.keys(V2_FEEDS) as TokenSymbol[];
  await deployer.install(at, 'AaveOracle', [
    priced.map((symbol) => TOKENS[symbol].address),
    priced.map((symbol) => V2_FEEDS[symbol]),
    zeroAddress,
    TOKENS.WETH.address,
  ]);
}

async function deployMarket(deployer: Deployer, name: V2MarketName): Promise<void> {
  const { provider, pool, oracle, dataProvider } = V2_MARKETS[name];
  const registry = (functionName: string, args: unknown[]) =>
    deployer.call(provider, 'LendingPoolAddressesProvider', functionName, args);
  await deployer.install(provider, 'LendingPoolAddressesProvider', [`Local v2 ${name} Market`]);
  await registry('setPoolAdmin', [ADMIN]);
  await registry('setEmergencyAdmin', [ADMIN]);
  await registry('setLendingPoolImpl', [await deployer.create('LendingPool')]);
  await registry('setLendingPoolConfiguratorImpl', [await deployer.create('LendingPoolConfigurator')]);
  await registry('setLendingPoolCollateralManager', [await deployer.create('LendingPoolCollateralManager')]);
  await registry('setPriceOracle', [oracle]);
  const rates = await deployer.create('LendingRateOracle');
  await registry('setLendingRateOracle', [rates]);
  await deployer.install(dataProvider, 'AaveProtocolDataProvider', [provider]);
  await registry('setAddress', [pad('0x01', { dir: 'right', size: 32 }), dataProvider]);
  const configurator = await deployer.readAddress(
    provider,
    'LendingPoolAddressesProvider',
    'getLendingPoolConfigurator',
  );
  const configure = (functionName: string, args: unknown[]) =>
    deployer.call(configurator, 'LendingPoolConfigurator', functionName, args);
  for (const symbol of V2_LISTED[name]) {
    const { address: asset, decimals } = TOKENS[symbol];
    const { ltv, lt, bonus, reserveFactor, rate } = RESERVES[symbol];
    await deployer.call(rates, 'LendingRateOracle', 'setMarketBorrowRate', [asset, STABLE_RATE]);
    const curve = [rate.optimal, rate.base, rate.slope1, rate.slope2, rate.slope1, rate.slope2];
    const strategy = await deployer.create('DefaultReserveInterestRateStrategy', [
      provider,
      ...curve.map((basisPoints) => BigInt(basisPoints) * RAY_PER_BASIS_POINT),
    ]);
    const named = (kind: string) => [`Aave ${kind} ${symbol}`, `${kind}${symbol}`, zeroAddress];
    await configure('initReserve', [
      await deployer.create('AToken', [pool, asset, ADMIN, ...named('a')]),
      await deployer.create('StableDebtToken', [pool, asset, ...named('stableDebt')]),
      await deployer.create('VariableDebtToken', [pool, asset, ...named('variableDebt')]),
      decimals,
      strategy,
    ]);
    await configure('configureReserveAsCollateral', [asset, ltv, lt, bonus]);
    await configure('enableBorrowingOnReserve', [asset, true]);
    await configure('setReserveFactor', [asset, reserveFactor]);
  }
}
