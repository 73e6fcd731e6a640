import type { Condition } from '../model/position';
import type { Level, MarketMove, NoPriceReason } from '../model/risk';

export const levelWords: Readonly<Record<Level, string>> = {
  safe: 'Safe',
  watch: 'Watch',
  low: 'Low',
  critical: 'Critical',
  liquidatable: 'Liquidatable',
  unknown: 'Unknown',
};

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

export const conditionWords: Readonly<Record<Condition, string>> = {
  frozen: 'frozen: nothing new can be supplied or borrowed, but it can still be liquidated',
  paused: 'paused: nothing can be done with it, and it cannot be liquidated while that lasts',
  inactive: 'inactive',
};

export function noPriceWords(
  reason: NoPriceReason,
  asset: string,
  side: 'collateral' | 'debt' | 'both',
): string {
  switch (reason) {
    case 'already liquidatable':
      return 'None: the position can be liquidated now.';
    case 'safe at every price':
      return side === 'collateral'
        ? `None: without any ${asset} the rest still covers the debt.`
        : `None: at no price of ${asset} alone.`;
    case 'not used as collateral':
      return `None: ${asset} is supplied but does not count as collateral.`;
    case 'too flat to say':
      return `Not known: ${asset} is on both sides, and they cancel out.`;
  }
}

export function noMoveWords(reason: MarketMove['reason']): string {
  if (reason === 'moves together') return 'None: collateral and debt move together.';
  if (reason === 'too flat to say') return 'Not known: gains and losses cancel out.';
  if (reason === 'already liquidatable') return 'The position can be liquidated now.';
  return 'None: at no common move of prices.';
}

/** A reason as a sentence of its own. */
export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
