import { type Address, encodeAbiParameters, parseAbiParameters, zeroAddress } from 'viem';
import { MARKETS, type MarketName, TOKENS, type TokenSymbol } from '../production';
import { ADMIN, type Deployer } from './deployer';
import { ETH_CORRELATED, LIQUIDATION_PROTOCOL_FEE, LISTED, RESERVES } from './parameters';
import { type Configure, configurator, deployRegistry } from './registry';

const RATE_DATA = parseAbiParameters(
  'uint16 optimalUsageRatio, uint32 baseVariableBorrowRate, uint32 variableRateSlope1, uint32 variableRateSlope2',
);

/** One Aave v3.6 market at its production addresses, in the order that the constructors' checks require. */
export async function deployMarketV36(deployer: Deployer, name: MarketName): Promise<void> {
  const { provider, pool, dataProvider } = MARKETS[name];
  await deployRegistry(deployer, name);
  const rateStrategy = await deployer.create('DefaultReserveInterestRateStrategyV2', [provider]);
  const poolImplementation = await deployer.create('PoolInstance', [provider, rateStrategy]);
  await deployer.call(provider, 'PoolAddressesProvider', 'setPoolImpl', [poolImplementation]);
  await deployer.call(provider, 'PoolAddressesProvider', 'setPoolConfiguratorImpl', [
    await deployer.create('PoolConfiguratorInstance'),
  ]);
  await deployer.install(dataProvider, 'AaveProtocolDataProvider', [provider]);
  await deployer.call(provider, 'PoolAddressesProvider', 'setPoolDataProvider', [dataProvider]);
  const aTokenImpl = await deployer.create('ATokenInstance', [pool, zeroAddress, ADMIN]);
  const variableDebtTokenImpl = await deployer.create('VariableDebtTokenInstance', [pool, zeroAddress]);
  const configure = await configurator(deployer, name, 'PoolConfiguratorInstance');
  const listed = LISTED[name];
  await configure('initReserves', [
    listed.map((symbol) => reserveInput(symbol, aTokenImpl, variableDebtTokenImpl)),
  ]);
  for (const symbol of listed) await configureReserve(configure, symbol);
  if (name === 'Core') await configureEMode(configure);
}

export function reserveInput(symbol: TokenSymbol, aTokenImpl: Address, variableDebtTokenImpl: Address) {
  const { optimal, base, slope1, slope2 } = RESERVES[symbol].rate;
  return {
    aTokenImpl,
    variableDebtTokenImpl,
    underlyingAsset: TOKENS[symbol].address,
    aTokenName: `Aave Ethereum ${symbol}`,
    aTokenSymbol: `aEth${symbol}`,
    variableDebtTokenName: `Aave Ethereum Variable Debt ${symbol}`,
    variableDebtTokenSymbol: `variableDebtEth${symbol}`,
    params: '0x',
    interestRateData: encodeAbiParameters(RATE_DATA, [optimal, base, slope1, slope2]),
  };
}

async function configureReserve(configure: Configure, symbol: TokenSymbol): Promise<void> {
  const { ltv, lt, bonus, reserveFactor } = RESERVES[symbol];
  const asset = TOKENS[symbol].address;
  await configure('configureReserveAsCollateral', [asset, ltv, lt, bonus]);
  await configure('setReserveBorrowing', [asset, true]);
  await configure('setReserveFactor', [asset, reserveFactor]);
  await configure('setLiquidationProtocolFee', [asset, LIQUIDATION_PROTOCOL_FEE]);
}

async function configureEMode(configure: Configure): Promise<void> {
  const { id, ltv, lt, bonus, label, assets } = ETH_CORRELATED;
  await configure('setEModeCategory', [id, ltv, lt, bonus, label]);
  for (const symbol of assets) {
    await configure('setAssetCollateralInEMode', [TOKENS[symbol].address, id, true]);
    await configure('setAssetBorrowableInEMode', [TOKENS[symbol].address, id, true]);
  }
}
