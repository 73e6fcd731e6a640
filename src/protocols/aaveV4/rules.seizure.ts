import type { Seizure } from '../../model/rules';
import { atValueScale, debtPerPrice, isActive } from './rules.account';
import { liquidationAmounts } from './rules.amounts';
import type { AaveV4Collateral, AaveV4Debt, AaveV4Position } from './rules.position';

/**
 * The liquidation of the largest collateral against the largest debt, in full; a reserve that cannot be liquidated now
 * is passed over while another can. Null where nothing is owed, or where the collateral's pool was not read.
 */
export function seizureOf(position: AaveV4Position): Seizure | null {
  const owed = largest(position.debt, debtPerPrice, debtBlocked);
  if (!owed) return null;
  const active = position.collateral.filter(isActive);
  const held = largest(active, (each) => atValueScale(BigInt(each.amount), each), collateralBlocked);
  if (!held) return { repaid: [], seized: [], credited: [], blocked: 'nothing counts as collateral' };
  const amounts = liquidationAmounts(position, held, owed);
  return (
    amounts && {
      repaid: [{ asset: owed.address, amount: amounts.repaid }],
      seized: [{ asset: held.address, amount: amounts.seized }],
      credited: [],
      blocked: collateralBlocked(held) ?? debtBlocked(owed),
    }
  );
}

function largest<R extends { readonly price: string }>(
  reserves: readonly R[],
  perPrice: (reserve: R) => bigint,
  blocked: (reserve: R) => string | null,
): R | undefined {
  const value = (reserve: R) => perPrice(reserve) * BigInt(reserve.price);
  const open = reserves.filter((reserve) => blocked(reserve) === null);
  return [...(open.length > 0 ? open : reserves)].sort((a, b) => (value(a) < value(b) ? 1 : -1))[0];
}

const isPaused = ({ conditions }: AaveV4Collateral | AaveV4Debt): boolean => conditions.includes('paused');

/** Hub._validateRestore: the debt cannot be paid back through a hub that is closed to the spoke. Frozen stops nothing. */
function debtBlocked(owed: AaveV4Debt): string | null {
  if (owed.hub !== 'open') return closed(owed);
  return isPaused(owed) ? `${owed.symbol} is paused` : null;
}

/** Hub._validateRemove stops tokens, but not shares; of those only the fee passes the hub, which has to be active. */
function collateralBlocked(held: AaveV4Collateral): string | null {
  const asShares = held.receivableAsShares && (held.hub !== 'inactive' || held.liquidationFee === '0');
  if (held.hub !== 'open' && !asShares) return closed(held);
  return isPaused(held) ? `${held.symbol} is paused` : null;
}

const closed = ({ symbol }: AaveV4Collateral | AaveV4Debt): string =>
  `the hub of ${symbol} is closed to this spoke`;
