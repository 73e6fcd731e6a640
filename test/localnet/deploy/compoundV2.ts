import { type Address, parseAbi, parseUnits } from 'viem';
import { artifactsCompoundV2 } from '../artifactsCompoundV2';
import type { LocalClient } from '../client';
import { TOKENS } from '../production';
import { provide, sendAs } from './account';
import {
  COMPOUND_ORACLE,
  COMPTROLLER,
  CTOKEN_SYMBOLS,
  CTOKENS,
  type CTokenSymbol,
  initialMantissa,
} from './compoundV2Markets';
import { writePrice } from './compoundV2Oracle';
import { ADMIN, createDeployer, type Deployer } from './deployer';
import { LIQUIDATOR } from './liquidator';

export const comptrollerAbi = parseAbi([
  'function enterMarkets(address[] cTokens) returns (uint256[])',
  'function exitMarket(address cToken) returns (uint256)',
  'function getAccountLiquidity(address account) view returns (uint256 err, uint256 liquidity, uint256 shortfall)',
  'function _setCollateralFactor(address cToken, uint256 newCollateralFactorMantissa) returns (uint256)',
  'function _setCloseFactor(uint256 newCloseFactorMantissa) returns (uint256)',
  'function _setBorrowPaused(address cToken, bool state) returns (bool)',
  'function _setSeizePaused(bool state) returns (bool)',
]);

/** CErc20 and CEther share the names; CEther takes the amount as the transaction's value. */
export const cTokenAbi = parseAbi([
  'function mint(uint256 mintAmount) returns (uint256)',
  'function mint() payable',
  'function redeem(uint256 redeemTokens) returns (uint256)',
  'function borrow(uint256 borrowAmount) returns (uint256)',
  'function repayBorrow(uint256 repayAmount) returns (uint256)',
  'function accrueInterest() returns (uint256)',
  'function balanceOf(address owner) view returns (uint256)',
  'function exchangeRateStored() view returns (uint256)',
  'function getAccountSnapshot(address account) view returns (uint256 err, uint256 cTokenBalance, uint256 borrowBalance, uint256 exchangeRate)',
  'function liquidateBorrow(address borrower, uint256 repayAmount, address cTokenCollateral) returns (uint256)',
  'function liquidateBorrow(address borrower, address cTokenCollateral) payable',
  'function _setReserveFactor(uint256 newReserveFactorMantissa) returns (uint256)',
  'event LiquidateBorrow(address liquidator, address borrower, uint256 repayAmount, address cTokenCollateral, uint256 seizeTokens)',
  'event Failure(uint256 err, uint256 info, uint256 detail)',
]);

const WHALE: Address = '0x3a1e000000000000000000000000000000000003';

/** Whole ethers that an account starts with which needs many. */
const RICH = parseUnits('100000000', 18);

/** So many blocks later interest has left every rate at odd digits. A block costs anvil tens of milliseconds. */
const BLOCKS = 20;

/** Compound v2 behind its proxy at its production address, with markets that lend and accrue interest. */
export async function deployCompoundV2(client: LocalClient): Promise<void> {
  const deployer = createDeployer(client, artifactsCompoundV2);
  const comptroller = (functionName: string, args: unknown[]) =>
    deployer.call(COMPTROLLER, 'Comptroller', functionName, args);
  await deployer.install(COMPTROLLER, 'Unitroller');
  const implementation = await deployer.create('Comptroller');
  await deployer.call(COMPTROLLER, 'Unitroller', '_setPendingImplementation', [implementation]);
  await deployer.call(implementation, 'Comptroller', '_become', [COMPTROLLER]);
  await comptroller('_setPriceOracle', [COMPOUND_ORACLE]);
  await comptroller('_setCloseFactor', [parseUnits('0.5', 18)]);
  await comptroller('_setLiquidationIncentive', [parseUnits('1.08', 18)]);
  const rates = ['0.02', '0.12', '2', '0.8'].map((share) => parseUnits(share, 18));
  const model = await deployer.create('JumpRateModelV2', [...rates, ADMIN]);
  for (const symbol of CTOKEN_SYMBOLS) {
    const { address, collateralFactor, reserveFactor } = CTOKENS[symbol];
    await writePrice(client, symbol, initialMantissa(symbol));
    await installCToken(deployer, symbol, model);
    await comptroller('_supportMarket', [address]);
    await comptroller('_setCollateralFactor', [address, collateralFactor]);
    await deployer.call(address, 'CErc20Immutable', '_setReserveFactor', [reserveFactor]);
  }
  await fill(client);
}

async function installCToken(deployer: Deployer, symbol: CTokenSymbol, model: Address): Promise<void> {
  const { address, underlying, decimals } = CTOKENS[symbol];
  // Two hundredths of a whole token for a cToken, which has 8 decimals.
  const exchangeRate = 2n * 10n ** BigInt(8 + decimals);
  const shared = [COMPTROLLER, model, exchangeRate, `Compound ${symbol.slice(1)}`, symbol, 8, ADMIN];
  if (underlying === null) await deployer.install(address, 'CEther', shared);
  else await deployer.install(address, 'CErc20Immutable', [TOKENS[underlying].address, ...shared]);
}

async function fill(client: LocalClient): Promise<void> {
  for (const address of [WHALE, LIQUIDATOR]) await client.setBalance({ address, value: RICH });
  const supply = async (symbol: CTokenSymbol, whole: string) => {
    const { address: to, underlying, decimals } = CTOKENS[symbol];
    const amount = parseUnits(whole, decimals);
    const mint = { to, abi: cTokenAbi, functionName: 'mint' };
    if (underlying === null) return sendAs(client, WHALE, { ...mint, args: [], value: amount });
    await provide(client, WHALE, underlying, amount, to);
    await provide(client, LIQUIDATOR, underlying, amount, to);
    return sendAs(client, WHALE, { ...mint, args: [amount] });
  };
  for (const symbol of CTOKEN_SYMBOLS) await supply(symbol, CTOKENS[symbol].whale.supplies);
  const all = CTOKEN_SYMBOLS.map((symbol) => CTOKENS[symbol].address);
  const enter = { to: COMPTROLLER, abi: comptrollerAbi, functionName: 'enterMarkets', args: [all] };
  await sendAs(client, WHALE, enter);
  for (const symbol of CTOKEN_SYMBOLS) {
    const { address: to, decimals, whale } = CTOKENS[symbol];
    const args = [parseUnits(whale.borrows, decimals)];
    await sendAs(client, WHALE, { to, abi: cTokenAbi, functionName: 'borrow', args });
  }
  await client.mine({ blocks: BLOCKS });
  for (const symbol of CTOKEN_SYMBOLS) await supply(symbol, '1');
}
