import type { Position } from '../model/position';
import { pegOf } from './peg';
import { Exact } from './value';

/** A position and where it stands, as it was read. */
export interface Reading {
  /** "Aave v3 Core · Ethereum" */
  readonly title: string;
  readonly position: Position;
  /** Seconds since 1970, of the block. */
  readonly timestamp: number;
}

/** What one market makes of one asset. Shares as decimal strings: "0.75". */
export interface Factors {
  readonly key: string;
  readonly symbol: string;
  readonly title: string;
  readonly loanToValue: string;
  readonly threshold: string;
  /** In dollars; null where the market counts in something else. */
  readonly price: string | null;
  readonly timestamp: number;
}

export interface DollarPrice {
  readonly symbol: string;
  readonly price: string;
  readonly title: string;
  readonly timestamp: number;
}

const inUnits = (integer: string, decimals: number): string =>
  new Exact(integer).div(new Exact(10).pow(decimals)).toFixed();

/** The factors of every collateral that was read, one a market and asset, by asset and the highest loan-to-value first. */
export function factorsOf(readings: readonly Reading[]): Factors[] {
  const found = new Map<string, Factors>();
  for (const { title, position, timestamp } of readings) {
    const { market, factorScale, unit, collateral } = position;
    for (const { address, symbol, loanToValue, threshold, price, priceDecimals } of collateral) {
      const key = [market.chainId, market.id ?? market.address, address].join(':').toLowerCase();
      const before = found.get(key);
      if (before && before.timestamp >= timestamp) continue;
      found.set(key, {
        key,
        symbol,
        title,
        loanToValue: new Exact(loanToValue).div(factorScale).toFixed(),
        threshold: new Exact(threshold).div(factorScale).toFixed(),
        price: unit === 'USD' ? inUnits(price, priceDecimals) : null,
        timestamp,
      });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      a.symbol.localeCompare(b.symbol, 'en') ||
      new Exact(b.loanToValue).cmp(a.loanToValue) ||
      a.title.localeCompare(b.title, 'en'),
  );
}

export type Prices = ReadonlyMap<string, DollarPrice>;

/** What any of the positions has a dollar price of: the lowest of each asset, by its symbol in capitals. */
export function dollarPrices(readings: readonly Reading[]): Prices {
  const prices = new Map<string, DollarPrice>();
  for (const { title, position, timestamp } of readings) {
    if (position.unit !== 'USD') continue;
    const { collateral, debt } = position;
    for (const { symbol, price, priceDecimals } of [...collateral, ...debt]) {
      const found = { symbol, price: inUnits(price, priceDecimals), title, timestamp };
      const lowest = prices.get(symbol.toUpperCase());
      if (!lowest || new Exact(found.price).lt(lowest.price)) prices.set(symbol.toUpperCase(), found);
    }
  }
  return prices;
}

/** Whichever token stands for it: a wrapped ether is priced as ether. */
export function priceOf(symbol: string, prices: Prices): DollarPrice | undefined {
  const name = symbol.trim().toUpperCase();
  return prices.get(name) ?? (name === 'ETH' ? prices.get('WETH') : undefined);
}

/** Whether a price in dollars says something of a loan in this currency. */
export const isDollar = (currency: string): boolean => pegOf(currency.trim().toUpperCase()) === 'dollar';
