import { Decimal } from 'decimal.js';
import type { Holding, Position } from '../model/position';
import type { MarketMove } from '../model/risk';
import { pegOf } from './peg';
import { countedOf, divide, Exact, worthOf } from './value';

const isVolatile = (holding: Holding): boolean => pegOf(holding.symbol) !== 'dollar';

/** Rounded towards no move at all, so that the position is still safe just before the share that is shown. */
const SHOWN_DIGITS = 6;

/**
 * All volatile assets, collateral and debt alike, move by one share s while dollars stand still: liquidated where
 * s × volatile + stable = 0, with volatile and stable the net counted values of the two groups.
 */
export function marketMove(position: Position, liquidatable: boolean): MarketMove {
  const none = (reason: MarketMove['reason']): MarketMove => ({ direction: 'none', move: null, reason });
  if (liquidatable) return none('already liquidatable');
  const net = (volatile: boolean): Decimal => {
    const isIn = (holding: Holding): boolean => isVolatile(holding) === volatile;
    const counted = countedOf(position.collateral.filter(isIn), 'threshold', position);
    return counted.minus(worthOf(position.debt.filter(isIn)));
  };
  const volatile = net(true);
  const stable = net(false);
  if (volatile.gte(0) && stable.gte(0))
    return none(stable.isZero() ? 'moves together' : 'safe at every price');
  if (volatile.lte(0) && stable.lte(0)) return none('too flat to say');
  const move = divide(stable.neg(), volatile).minus(1);
  return {
    direction: volatile.isPositive() ? 'below' : 'above',
    move: new Exact(move).toDecimalPlaces(SHOWN_DIGITS, Decimal.ROUND_DOWN).toString(),
    reason: null,
  };
}
