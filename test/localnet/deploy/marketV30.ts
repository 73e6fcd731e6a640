import { type Address, zeroAddress } from 'viem';
import { MARKETS, type MarketName, TOKENS, type TokenSymbol } from '../production';
import { ADMIN, type Deployer } from './deployer';
import { ETH_CORRELATED, LIQUIDATION_PROTOCOL_FEE, LISTED, RESERVES } from './parameters';
import { type Configure, configurator, deployRegistry } from './registry';

/** The reserve that may be borrowed at a stable rate: 3.0's health factor counts stable debt by its own token. */
const STABLE_RATE_ASSET: TokenSymbol = 'DAI';

const RAY_PER_BASIS_POINT = 10n ** 23n;

/** One Aave v3.0 market at its production addresses. */
export async function deployMarketV30(deployer: Deployer, name: MarketName): Promise<void> {
  const { provider, pool, dataProvider } = MARKETS[name];
  const registry = (functionName: string, args: unknown[]) =>
    deployer.call(provider, 'PoolAddressesProvider', functionName, args);
  await deployRegistry(deployer, name);
  await registry('setPoolImpl', [await deployer.create('Pool', [provider])]);
  await registry('setPoolConfiguratorImpl', [await deployer.create('PoolConfigurator')]);
  await deployer.install(dataProvider, 'AaveProtocolDataProvider', [provider]);
  await registry('setPoolDataProvider', [dataProvider]);
  const implementations = {
    aTokenImpl: await deployer.create('AToken', [pool]),
    stableDebtTokenImpl: await deployer.create('StableDebtToken', [pool]),
    variableDebtTokenImpl: await deployer.create('VariableDebtToken', [pool]),
  };
  const configure = await configurator(deployer, name, 'PoolConfigurator');
  for (const symbol of LISTED[name]) {
    const rateStrategy = await deployer.create('DefaultReserveInterestRateStrategy', [
      provider,
      ...rateArguments(symbol),
    ]);
    await configure('initReserves', [[{ ...implementations, ...reserveInput(symbol, rateStrategy) }]]);
    await configureReserve(configure, symbol);
  }
  await configureEMode(configure);
}

/** Rays: variable curve, then the stable curve with the values that 3.0's deployments used for stablecoins. */
function rateArguments(symbol: TokenSymbol): bigint[] {
  const { optimal, base, slope1, slope2 } = RESERVES[symbol].rate;
  const stable = { slope1: 50, slope2: 7500, offset: 100, excessOffset: 800, optimalShare: 2000 };
  return [
    optimal,
    base,
    slope1,
    slope2,
    stable.slope1,
    stable.slope2,
    stable.offset,
    stable.excessOffset,
    stable.optimalShare,
  ].map((basisPoints) => BigInt(basisPoints) * RAY_PER_BASIS_POINT);
}

function reserveInput(symbol: TokenSymbol, interestRateStrategyAddress: Address) {
  return {
    underlyingAssetDecimals: TOKENS[symbol].decimals,
    interestRateStrategyAddress,
    underlyingAsset: TOKENS[symbol].address,
    treasury: ADMIN,
    incentivesController: zeroAddress,
    aTokenName: `Aave Ethereum ${symbol}`,
    aTokenSymbol: `aEth${symbol}`,
    variableDebtTokenName: `Aave Ethereum Variable Debt ${symbol}`,
    variableDebtTokenSymbol: `variableDebtEth${symbol}`,
    stableDebtTokenName: `Aave Ethereum Stable Debt ${symbol}`,
    stableDebtTokenSymbol: `stableDebtEth${symbol}`,
    params: '0x',
  };
}

async function configureReserve(configure: Configure, symbol: TokenSymbol): Promise<void> {
  const { ltv, lt, bonus, reserveFactor } = RESERVES[symbol];
  const asset = TOKENS[symbol].address;
  await configure('configureReserveAsCollateral', [asset, ltv, lt, bonus]);
  await configure('setReserveBorrowing', [asset, true]);
  if (symbol === STABLE_RATE_ASSET) await configure('setReserveStableRateBorrowing', [asset, true]);
  await configure('setReserveFactor', [asset, reserveFactor]);
  await configure('setLiquidationProtocolFee', [asset, LIQUIDATION_PROTOCOL_FEE]);
}

async function configureEMode(configure: Configure): Promise<void> {
  const { id, ltv, lt, bonus, label, assets } = ETH_CORRELATED;
  await configure('setEModeCategory', [id, ltv, lt, bonus, zeroAddress, label]);
  for (const symbol of assets) await configure('setAssetEModeCategory', [TOKENS[symbol].address, id]);
}
