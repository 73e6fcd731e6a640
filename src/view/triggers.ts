import { t } from '../i18n/t';
import type { Trigger } from '../model/card';
import type { Position } from '../model/position';
import type { LiquidationPrice } from '../model/risk';
import { pegOf } from '../risk/peg';
import { formatAmount, formatCurrentPrice, formatExactPrice, formatPrice } from './format';
import { commas } from './lists';
import { type Feeds, oracleWords } from './oracleWords';
import { assetName, conditionWords, noPriceWords } from './words';

/** Nearest to the current price first; assets that swing before dollars; those without a price last. */
export function byImportance(prices: readonly LiquidationPrice[]): LiquidationPrice[] {
  return [...prices].sort(
    (a, b) =>
      Number(a.safe === null) - Number(b.safe === null) || steady(a) - steady(b) || nearness(b) - nearness(a),
  );
}

const steady = ({ asset }: LiquidationPrice): number => (pegOf(asset.symbol) === 'dollar' ? 1 : 0);

/** The lower of the two prices over the higher: 1 when it is there already. Only an order, so a float will do. */
function nearness({ safe, price }: LiquidationPrice): number {
  const ratio = Number(safe ?? 0) / Number(price);
  return ratio > 1 ? 1 / ratio : ratio;
}

/** Towards the current price: up when it lies below, down when it lies above. */
const towardsNow = (direction: LiquidationPrice['direction']) => (direction === 'above' ? 'floor' : 'ceil');

export function triggerOf(
  found: LiquidationPrice,
  { collateral, debt, unit }: Position,
  feeds: Feeds,
): Trigger {
  const { asset, safe, direction, side, reason } = found;
  const isIt = (holding: { readonly feed: string }) => holding.feed === found.feed;
  const held = collateral.find(isIt);
  const owed = debt.find(isIt);
  const name = assetName(asset.symbol);
  const amounts = [
    ...(held
      ? [t('trigger.amount.supplied', { amount: `${formatAmount(held.amount, held.decimals)} ${name}` })]
      : []),
    ...(owed
      ? [t('trigger.amount.borrowed', { amount: `${formatAmount(owed.amount, owed.decimals)} ${name}` })]
      : []),
  ];
  const { source, labels } = oracleWords(found.feed, feeds);
  return {
    asset: name,
    price: safe === null ? null : formatExactPrice(safe, found.priceDecimals, towardsNow(direction), unit),
    short: safe === null ? null : formatPrice(safe, found.priceDecimals, towardsNow(direction), unit),
    now: formatCurrentPrice(found.price, found.priceDecimals, unit),
    direction,
    reason: reason === null ? null : noPriceWords(reason, name, side),
    amount: commas(amounts),
    side,
    labels: [...((held ?? owed)?.conditions.map((condition) => conditionWords(condition)) ?? []), ...labels],
    source,
  };
}
