import {
  calculateHealthFactorFromBalances,
  formatReserves,
  formatUserSummary,
  type ReserveDataWithPrice,
} from '@aave/math-utils';
import type { AaveV3Position } from '../../../src/protocols/aaveV3/rules.position';

const RAY = `${10n ** 27n}`;
const NOW = 1_800_000_000;
const BASE = { marketReferencePriceInUsd: '100000000', marketReferenceCurrencyDecimals: 8 };

/** What @aave/math-utils takes for a position: balances with interest already in, so that it has nothing to add. */
export function inputOf({ collateral, debt }: AaveV3Position) {
  const addresses = [...new Set([...collateral, ...debt].map(({ address }) => address))];
  const reserves = addresses.map((address, index): ReserveDataWithPrice => {
    const held = collateral.find((each) => each.address === address);
    const { symbol, decimals, price } = held ?? debt.find((each) => each.address === address)!;
    return {
      originalId: index,
      id: `1-${address}`,
      underlyingAsset: address,
      symbol,
      name: symbol,
      decimals,
      priceInMarketReferenceCurrency: price,
      baseLTVasCollateral: held?.loanToValue ?? '0',
      reserveLiquidationThreshold: held?.threshold ?? '0',
      reserveLiquidationBonus: held?.liquidationBonus ?? '0',
      usageAsCollateralEnabled: held !== undefined,
      liquidityIndex: RAY,
      variableBorrowIndex: RAY,
      liquidityRate: '0',
      variableBorrowRate: '0',
      lastUpdateTimestamp: NOW,
      reserveFactor: '1000',
      availableLiquidity: '0',
      totalScaledVariableDebt: '0',
      borrowCap: '0',
      supplyCap: '0',
      debtCeiling: '0',
      debtCeilingDecimals: 2,
      isolationModeTotalDebt: '0',
      virtualUnderlyingBalance: '0',
      deficit: '0',
    };
  });
  const userReserves = addresses.map((underlyingAsset) => {
    const held = collateral.find(({ address }) => address === underlyingAsset);
    return {
      underlyingAsset,
      scaledATokenBalance: held?.amount ?? '0',
      usageAsCollateralEnabledOnUser: held?.enabled ?? false,
      scaledVariableDebt: debt.find(({ address }) => address === underlyingAsset)?.amount ?? '0',
    };
  });
  return { reserves, userReserves };
}

type Input = ReturnType<typeof inputOf>;

/** Both steps that an interface takes from the contract's answers to a health factor. */
export const summaryOf = ({ reserves, userReserves }: Input) =>
  formatUserSummary({
    ...BASE,
    currentTimestamp: NOW,
    userReserves,
    formattedReserves: formatReserves({ ...BASE, currentTimestamp: NOW, reserves }),
    userEmodeCategoryId: 0,
  });

/** Its last division alone, for sums that somebody else has added up. */
export const lastDivision = (sums: { collateral: string; debt: string; threshold: string }) =>
  calculateHealthFactorFromBalances({
    collateralBalanceMarketReferenceCurrency: sums.collateral,
    borrowBalanceMarketReferenceCurrency: sums.debt,
    currentLiquidationThreshold: sums.threshold,
  });

/** Below 1, by its digits: as a number 0.99999999999999999 would be 1. Without debt it says −1. */
export const isLiquidatable = (position: AaveV3Position): boolean =>
  summaryOf(inputOf(position)).healthFactor.startsWith('0');
