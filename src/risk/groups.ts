import { Decimal } from 'decimal.js';
import type { Depeg, GroupMove, Groups } from '../model/outlook';
import type { Holding, Position } from '../model/position';
import type { MarketMove } from '../model/risk';
import { countsForSomething, isPegged } from './level';
import { pegOf } from './peg';
import { type Movers, movedBy } from './reprice';
import { moveOf } from './together';
import { Exact, worthOf } from './value';

const PEGS = ['ether', 'bitcoin', 'euro'] as const;

/** The coins that give their group its price. */
const mains = new Set(['WETH', 'ETH', 'WETH.e', 'WBTC', 'BTC', 'BTCB', 'EURC']);

const RATIO_DIGITS = 18;

/** Liquidation by groups of assets that follow one price; a group of one feed is a liquidation price like any other. */
export function groups(position: Position): Groups {
  const found = PEGS.map((peg) => groupOf(position, peg)).filter((group) => group !== null);
  return { groups: found, depeg: depegOf(position) };
}

function groupOf(position: Position, peg: GroupMove['peg']): GroupMove | null {
  const isIn: Movers = (symbol) => pegOf(symbol) === peg;
  const all = holdingsOf(position).filter(({ symbol }) => isIn(symbol));
  const main = all.find(({ symbol }) => mains.has(symbol)) ?? largest(all);
  if (!main || new Set(all.map(({ feed }) => feed)).size < 2) return null;
  const move = moveOf(position, isIn);
  const symbols = new Set(all.map(({ symbol }) => symbol).filter((symbol) => symbol !== main.symbol));
  const { price, priceDecimals } = main;
  const safe = isIn(position.unit) ? null : (atEdge(position, isIn, move, main)?.price ?? null);
  return { peg, main: main.symbol, others: [...symbols], move, price, safe, priceDecimals };
}

/** The collateral falls against the debt; what is priced by the debt's own feed stays with it. */
function depegOf(position: Position): Depeg | null {
  const counting = position.collateral.filter(countsForSomething);
  const debts = new Set(position.debt.map(({ symbol }) => symbol));
  const held = largest(counting.filter(({ symbol }) => !debts.has(symbol)));
  const owed = largest(position.debt);
  if (!isPegged(position) || !held || !owed) return null;
  const isCollateral: Movers = (symbol) =>
    !debts.has(symbol) && symbol !== position.unit && counting.some((each) => each.symbol === symbol);
  const move = moveOf(position, isCollateral);
  const edge = atEdge(position, isCollateral, move, held);
  return {
    collateral: held.symbol,
    debt: owed.symbol,
    move,
    ratio: ratio(held, owed),
    safeRatio: edge && ratio(edge, owed),
  };
}

/** A holding as it is priced at the last safe step. */
function atEdge(position: Position, moves: Movers, { move }: MarketMove, of: Holding): Holding | null {
  if (move === null) return null;
  const edge = movedBy(position, moves)(BigInt(new Exact(move).mul(1e6).toFixed(0)));
  return holdingsOf(edge).find(({ feed, symbol }) => feed === of.feed && symbol === of.symbol) ?? null;
}

const holdingsOf = ({ collateral, debt }: Position): readonly Holding[] => [
  ...collateral.filter(countsForSomething),
  ...debt,
];

function largest<H extends Holding>(holdings: readonly H[]): H | undefined {
  return [...holdings].sort((a, b) => worthOf([b]).cmp(worthOf([a])))[0];
}

const priceOf = ({ price, priceDecimals }: Holding): Decimal =>
  new Exact(price).div(new Exact(10).pow(priceDecimals));

const ratio = (held: Holding, owed: Holding): string =>
  priceOf(held).div(priceOf(owed)).toDecimalPlaces(RATIO_DIGITS, Decimal.ROUND_UP).toString();
