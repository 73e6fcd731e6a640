import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Condition, Debt } from '../../model/position';
import { decodeConfiguration } from '../aaveV3';
import type { AaveV2Market } from './markets';
import type { ReserveAnswers, Round } from './round';
import { rules } from './rules';
import type { AaveV2Collateral, AaveV2Position } from './rules.position';

const PRICE_DECIMALS = { ETH: 18, USD: 8 } as const;
const MAX_TOKEN_DECIMALS = 36;
const MAX_UINT256 = 2n ** 256n - 1n;
const WAD = 10n ** 18n;
const NO_SOURCE: Address = '0x0000000000000000000000000000000000000000';

/** One round's answers as a position. @throws where they do not fit together or make no usable figure */
export function positionOf(
  market: AaveV2Market,
  owner: Address,
  round: Round,
  symbols: Readonly<Record<Address, string>>,
): AaveV2Position {
  const uses = round.uses();
  const collateral: AaveV2Collateral[] = [];
  const debt: Debt[] = [];
  for (const reserve of round.reserves()) {
    const use = uses.find(({ id }) => id === reserve.id);
    if (!use) throw new Error(t('read.changed'));
    const configuration = decodeConfiguration(reserve.configuration());
    const { decimals, threshold, loanToValue, liquidationBonus } = configuration;
    if (decimals > MAX_TOKEN_DECIMALS) throw new Error(t('read.decimals', { decimals }));
    const [supplied, stableDebt, variableDebt] = reserve.balances();
    const holding = (amount: bigint): Debt => ({
      address: reserve.asset,
      symbol: symbols[reserve.asset] ?? '?',
      decimals,
      amount: `${amount}`,
      ...pricing(reserve, market.unit),
      conditions: conditionsOf(configuration.conditions, round.paused()),
    });
    if (use.collateral || supplied > 0n) {
      collateral.push({
        ...holding(supplied),
        threshold: `${threshold}`,
        loanToValue: `${loanToValue}`,
        liquidationBonus: `${liquidationBonus}`,
        enabled: use.collateral,
      });
    }
    if (use.borrowed) debt.push(holding(stableDebt + variableDebt));
  }
  const { protocol, chainId, address, name } = market;
  const [, totalDebt, , , , healthFactor] = round.account();
  const said = totalDebt === 0n && healthFactor === MAX_UINT256 ? null : `${healthFactor}`;
  const position: AaveV2Position = {
    market: { protocol, chainId, address, name },
    owner,
    unit: market.unit,
    factorScale: '10000',
    collateral,
    debt,
    contract: { healthFactor: said, liquidatable: healthFactor < WAD },
    arithmetic: 'averaged',
    agrees: false,
  };
  const ours = rules.healthFactor(position);
  return { ...position, agrees: (ours === null ? null : `${ours}`) === said };
}

/**
 * The oracle knows its base currency without a source and prices it at 1. Another asset without a source is priced by
 * the fallback oracle, each on its own, so the asset stands for its feed.
 */
function pricing({ asset, price: ask, source }: ReserveAnswers, unit: AaveV2Market['unit']) {
  const priceDecimals = PRICE_DECIMALS[unit];
  const price = ask();
  if (price === 0n) throw new Error(t('read.noPrice'));
  const feed = source();
  const isBase = price === 10n ** BigInt(priceDecimals);
  return { price: `${price}`, priceDecimals, feed: feed === NO_SOURCE && !isBase ? asset : feed };
}

/** Only the pool as a whole can be paused. */
const conditionsOf = (own: readonly Condition[], isPoolPaused: boolean): readonly Condition[] =>
  isPoolPaused ? [...own, 'paused'] : own;
