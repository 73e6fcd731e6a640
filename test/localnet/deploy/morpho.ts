import { type Address, parseAbi, parseUnits, zeroAddress } from 'viem';
import { artifactsMorpho } from '../artifactsMorpho';
import type { LocalClient } from '../client';
import { TOKENS, type TokenSymbol } from '../production';
import { provide, sendAs } from './account';
import { ADMIN, createDeployer } from './deployer';
import { LIQUIDATOR } from './liquidator';
import {
  IRM,
  initialPrice,
  MORPHO,
  MORPHO_MARKET_NAMES,
  MORPHO_MARKETS,
  type MorphoMarket,
  type MorphoMarketName,
  marketParams,
} from './morphoMarkets';
import { INITIAL_PRICES } from './parameters';

export const morphoAbi = parseAbi([
  'struct MarketParams { address loanToken; address collateralToken; address oracle; address irm; uint256 lltv; }',
  'function accrueInterest(MarketParams marketParams)',
  'function supply(MarketParams marketParams, uint256 assets, uint256 shares, address onBehalf, bytes data)',
  'function supplyCollateral(MarketParams marketParams, uint256 assets, address onBehalf, bytes data)',
  'function withdrawCollateral(MarketParams marketParams, uint256 assets, address onBehalf, address receiver)',
  'function borrow(MarketParams marketParams, uint256 assets, uint256 shares, address onBehalf, address receiver)',
  'function repay(MarketParams marketParams, uint256 assets, uint256 shares, address onBehalf, bytes data)',
  'function liquidate(MarketParams marketParams, address borrower, uint256 seizedAssets, uint256 repaidShares, bytes data) returns (uint256, uint256)',
  'function position(bytes32 id, address user) view returns (uint256 supplyShares, uint128 borrowShares, uint128 collateral)',
  'function market(bytes32 id) view returns (uint128 totalSupplyAssets, uint128 totalSupplyShares, uint128 totalBorrowAssets, uint128 totalBorrowShares, uint128 lastUpdate, uint128 fee)',
  'event Liquidate(bytes32 indexed id, address indexed caller, address indexed borrower, uint256 repaidAssets, uint256 repaidShares, uint256 seizedAssets, uint256 badDebtAssets, uint256 badDebtShares)',
]);

const WHALE: Address = '0x3a1e000000000000000000000000000000000002';

/** Of each market, in dollars: what can be borrowed, and how much of it is. */
const LENT = 400_000_000;
const BORROWED = 200_000_000;

/** One market pays a fee to Morpho's owner, which is taken in shares at every accrual. */
const WITH_FEE: MorphoMarketName = 'WBTC/USDC';
const FEE = parseUnits('0.1', 18);

/** Here the first borrower is alone: virtual shares and assets make a difference only among few. */
const WITHOUT_LOANS: MorphoMarketName = 'BAL/WBTC';

/** Morpho Blue at its production address, with markets that lend and accrue interest. */
export async function deployMorpho(client: LocalClient): Promise<void> {
  const deployer = createDeployer(client, artifactsMorpho);
  const morpho = (functionName: string, args: unknown[]) =>
    deployer.call(MORPHO, 'Morpho', functionName, args);
  await deployer.install(MORPHO, 'Morpho', [ADMIN]);
  await deployer.install(IRM, 'IrmMock');
  for (const irm of [IRM, zeroAddress]) await morpho('enableIrm', [irm]);
  const ratios = new Set(MORPHO_MARKET_NAMES.map((name) => MORPHO_MARKETS[name].lltv));
  for (const lltv of ratios) await morpho('enableLltv', [lltv]);
  await morpho('setFeeRecipient', [ADMIN]);
  for (const name of MORPHO_MARKET_NAMES) {
    await morpho('createMarket', [marketParams(name)]);
    await fill(client, name);
  }
  await morpho('setFee', [marketParams(WITH_FEE), FEE]);

  async function fill(to: LocalClient, name: MorphoMarketName): Promise<void> {
    const { loan, collateral, oracle }: MorphoMarket = MORPHO_MARKETS[name];
    const params = marketParams(name);
    const act = (functionName: string, args: readonly unknown[]) =>
      sendAs(to, WHALE, { to: MORPHO, abi: morphoAbi, functionName, args: [params, ...args] });
    await provide(to, WHALE, loan, worth(loan, LENT), MORPHO);
    await act('supply', [worth(loan, LENT), 0n, WHALE, '0x']);
    if (collateral === null) return;
    await deployer.install(oracle, 'OracleMock');
    await deployer.call(oracle, 'OracleMock', 'setPrice', [initialPrice(name)]);
    await provide(to, LIQUIDATOR, loan, worth(loan, LENT), MORPHO);
    if (name === WITHOUT_LOANS) return;
    await provide(to, WHALE, collateral, worth(collateral, 2 * BORROWED), MORPHO);
    await act('supplyCollateral', [worth(collateral, 2 * BORROWED), WHALE, '0x']);
    await act('borrow', [worth(loan, BORROWED), 0n, WHALE, WHALE]);
  }
}

/** Dollars in a token's smallest unit, at the initial prices. */
function worth(symbol: TokenSymbol, dollars: number): bigint {
  return (parseUnits(String(dollars), 8) * 10n ** BigInt(TOKENS[symbol].decimals)) / INITIAL_PRICES[symbol];
}
