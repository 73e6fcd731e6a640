import { t } from '../i18n/t';
import type { Condition } from '../model/position';
import type { Level, LiquidationPrice, MarketMove, NoPriceReason } from '../model/risk';

export const levelWords = (level: Level): string => t(`level.${level}`);

/** Asked for worst first. */
export const levelsByDanger: readonly Level[] = [
  'liquidatable',
  'critical',
  'low',
  'unknown',
  'watch',
  'safe',
];

/** Wrapped ether is priced as ether, and called so. */
export const assetName = (symbol: string): string => (symbol === 'WETH' ? 'ETH' : symbol);

/** On which side of a price it is liquidated, where there is one. */
export const wayOf = ({ direction }: Pick<LiquidationPrice, 'direction'>): 'above' | 'below' =>
  direction === 'above' ? 'above' : 'below';

export const conditionWords = (condition: Condition): string => t(`condition.${condition}`);

export function noPriceWords(
  reason: NoPriceReason,
  asset: string,
  side: 'collateral' | 'debt' | 'both',
): string {
  switch (reason) {
    case 'already liquidatable':
      return t('noPrice.now');
    case 'safe at every price':
      return side === 'collateral' ? t('noPrice.without', { asset }) : t('noPrice.safe', { asset });
    case 'not used as collateral':
      return t('noPrice.unused', { asset });
    case 'too flat to say':
      return t('noPrice.notKnown', { asset });
  }
}

export function noMoveWords(reason: MarketMove['reason']): string {
  if (reason === 'moves together') return t('noMove.together');
  if (reason === 'too flat to say') return t('noMove.notKnown');
  if (reason === 'already liquidatable') return t('noMove.now');
  return t('noMove.safe');
}
