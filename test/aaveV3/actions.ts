import type { Address } from 'viem';
import type { Action } from '../../src/model/action';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import type { MarketName } from '../localnet/production';
import type { Localnet } from '../localnet/start';
import type { Stage } from '../support/actions';
import { symbolAt } from './prices';

/**
 * What our rules hold back for rounding, at the most: 10 units of the asset. Rounding half up can give the owner one
 * more, at the indices below 2 that the local chain has.
 */
export const UNITS = { '3.6': 10n, halfUp: 11n };

/** Repays what is owed at the variable rate first, then what is owed at the stable one. */
export function actOn(
  localnet: Localnet,
  market: MarketName,
  account: Address,
): Stage<AaveV3Position>['act'] {
  return async ({ kind, place, amount }: Action, { collateral, debt }) => {
    const holding = (kind === 'supply' || kind === 'withdraw' ? collateral : debt)[place]!;
    const symbol = symbolAt(holding.address);
    if (kind === 'supply') return localnet.supply(market, account, symbol, amount);
    if (kind === 'borrow') return localnet.borrow(market, account, symbol, amount);
    if (kind === 'withdraw') return localnet.withdraw(market, account, symbol, amount);
    const { variableDebt } = await localnet.reservePosition(market, account, symbol);
    const first = amount < variableDebt ? amount : variableDebt;
    if (first > 0n) await localnet.repay(market, account, symbol, first);
    if (amount > first) await localnet.repay(market, account, symbol, amount - first, 'stable');
  };
}
