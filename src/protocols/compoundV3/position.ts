import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Debt, Holding } from '../../model/position';
import { decimalsOf, pausedActions } from './flags';
import type { CompoundV3Market } from './markets';
import type { Figures } from './round';
import { rules } from './rules';
import type { CometCollateral, CompoundV3Position } from './rules.position';

/** Comet takes only feeds of 8 decimals. */
const PRICE_DECIMALS = 8;
const ONE = 10n ** BigInt(PRICE_DECIMALS);

/** CometCore's BASE_INDEX_SCALE. */
const INDEX_SCALE = 10n ** 15n;

/** The answers of a round as a position. @throws in the user's words where an answer is missing or makes no sense */
export function positionOf(
  market: CompoundV3Market,
  owner: Address,
  principal: bigint,
  figures: Figures,
): CompoundV3Position {
  figures.accrual();
  const { baseSupplyIndex, baseBorrowIndex, pauseFlags } = figures.totals();
  const collateral = figures.assets.map((asset): CometCollateral => {
    const info = asset.info();
    if (!info) throw new Error(t('read.changed'));
    return {
      ...holding(asset, decimalsOf(info.scale), asset.balance(), figures),
      threshold: `${info.liquidateCollateralFactor}`,
      loanToValue: `${info.borrowCollateralFactor}`,
      liquidationFactor: `${info.liquidationFactor}`,
      enabled: true,
    };
  });
  const debt: Debt[] = [];
  if (principal < 0n) {
    const { base } = figures;
    const owed = (-principal * baseBorrowIndex) / INDEX_SCALE; // CometCore.presentValueBorrow, rounded down
    const holds = holding({ ...base, address: base.token }, base.decimals, owed, figures);
    debt.push(inItsUnit(holds, market));
  }
  const position: CompoundV3Position = {
    market: {
      protocol: market.protocol,
      chainId: market.chainId,
      address: market.address,
      name: market.name,
    },
    owner,
    unit: market.unit,
    factorScale: `${10n ** 18n}`,
    collateral,
    debt,
    principal: `${principal}`,
    indices: { supply: `${baseSupplyIndex}`, borrow: `${baseBorrowIndex}` },
    paused: pausedActions(pauseFlags),
    contract: { healthFactor: null, liquidatable: figures.isLiquidatable() },
    agrees: false,
  };
  return { ...position, agrees: rules.liquidatable(position) === position.contract.liquidatable };
}

function holding(
  asset: Pick<Figures['assets'][number], 'address' | 'feed' | 'symbol' | 'price'>,
  decimals: number,
  amount: bigint,
  figures: Figures,
): Holding {
  const symbol = asset.symbol() ?? asset.address.slice(0, 8);
  return {
    address: asset.address,
    symbol,
    decimals,
    amount: `${amount}`,
    price: `${priceOf(asset, symbol, figures)}`,
    priceDecimals: PRICE_DECIMALS,
    feed: asset.feed,
    conditions: [],
  };
}

/**
 * Comet.getPrice reverts where its feed does and where the feed says 0 or less. isLiquidatable never comes to that feed
 * while the assets before it cover the debt; no other figure can do without it.
 */
function priceOf(
  asset: { readonly price: () => bigint },
  symbol: string,
  { isLiquidatable }: Figures,
): bigint {
  const price = orNull(asset.price);
  if (price !== null && price > 0n) return price;
  const verdict = orNull(isLiquidatable);
  const found = verdict === null ? 'nothing' : verdict ? 'liquidatable' : 'safe';
  throw new Error(t(`read.compoundV3.noPrice.${found}`, { asset: symbol }));
}

/** A market priced in its own coin has a base worth about 1; were it dollars, every figure would carry the wrong sign. */
function inItsUnit(base: Holding, market: CompoundV3Market): Holding {
  const price = BigInt(base.price);
  if (market.unit !== 'USD' && (price < (ONE * 9n) / 10n || price > (ONE * 11n) / 10n)) {
    throw new Error(t('read.compoundV3.otherUnit', { unit: market.unit }));
  }
  return base;
}

function orNull<T>(answer: () => T): T | null {
  try {
    return answer();
  } catch {
    return null;
  }
}
