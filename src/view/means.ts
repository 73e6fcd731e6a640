import { Decimal as AnyDecimal } from 'decimal.js';
import { t } from '../i18n/t';
import type { Integer } from '../model/asset';
import type { Position } from '../model/position';
import type { Dues, Purse } from '../model/purse';
import { coinOf, hasDataFee, hasOtherGas } from './coins';
import { formatAmount, formatAmountUp, formatValue } from './format';
import { gasOf } from './gasUse';
import type { Need } from './wayOut';

const Decimal = AnyDecimal.clone({ precision: 100 });

/** The address that stands for ether itself, as in Compound v2. */
const ETHER = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';

/** A token's smallest units, short, and never more than there are: its first six digits. */
function heldOf(amount: Integer, decimals: number): string {
  const cut = Math.max(0, amount.length - 6);
  return formatAmount(amount.slice(0, amount.length - cut) + '0'.repeat(cut), decimals);
}

/** Whether the wallet has what a way out asks for, and what that costs: a sentence each, none where it is not known. */
export function meansOf(need: Need | undefined, position: Position, { purse, gasPrice }: Dues): string[] {
  if (need === undefined) return [];
  return [purse && holdsWords(need, position, purse), gasPrice && gasWords(need, position, gasPrice)].filter(
    (words) => words !== null,
  );
}

function holdsWords({ asset, amount }: Need, { market }: Position, { tokens, native }: Purse): string | null {
  const held = asset.address === ETHER ? native : (tokens[asset.address] ?? null);
  if (held === null) return null;
  const { symbol, decimals } = asset;
  if (BigInt(held) >= BigInt(amount)) return t('rates.holdsAll', { asset: symbol });
  const coin = coinOf(market.chainId);
  const words = { held: heldOf(held, decimals), needed: `${formatAmountUp(amount, decimals)} ${symbol}` };
  return symbol === `W${coin}` && native !== '0'
    ? t('rates.holdsCoin', { ...words, native: `${heldOf(native, 18)} ${coin}` })
    : t('rates.holds', words);
}

/** Rounded up, in dollars where the position says what the coin is worth. */
function gasWords(
  { kind }: Need,
  { market, unit, collateral, debt }: Position,
  gasPrice: Integer,
): string | null {
  const gas = hasOtherGas(market.chainId) ? null : gasOf(market.protocol, kind);
  if (gas === null) return null;
  const coin = coinOf(market.chainId);
  const cost = new Decimal(gasPrice).mul(gas).div('1e18');
  const priced = [...collateral, ...debt].find(({ symbol }) => symbol === coin || symbol === `W${coin}`);
  const inCoin = formatValue(cost.toFixed(), 'ceil', coin);
  const inDollars =
    priced && unit === 'USD'
      ? formatValue(cost.mul(priced.price).div(`1e${priced.priceDecimals}`).toFixed(), 'ceil', unit)
      : null;
  return t(hasDataFee(market.chainId) ? 'rates.gasAndData' : 'rates.gas', { cost: inDollars ?? inCoin });
}
