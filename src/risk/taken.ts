import type { Decimal } from 'decimal.js';
import type { Act } from '../model/attribution';
import type { Holding, Position } from '../model/position';
import type { Amount } from '../model/rules';
import { attribution } from './attribution';
import { divide, worthOf } from './value';

/** What left a position beyond interest: debt that was paid off and collateral that went. */
export interface Taken {
  readonly repaid: readonly Amount[];
  readonly seized: readonly Amount[];
}

/** What is taken is worth what is paid off and a bonus on top; prices may have moved since. */
const LEAST = '0.95';
const MOST = '1.3';

/** The debt and the collateral that both fell; null where not both did. A position that is gone has nothing left. */
export function takenBetween(before: Position, after: Position, seconds: number): Taken | null {
  const { acts } = attribution(before, after, seconds).actions;
  const less = (side: Act['side']): Amount[] =>
    before[side].flatMap(({ address, symbol }) => {
      const found = acts.find((act) => act.side === side && act.symbol === symbol);
      return found?.amount.startsWith('-') ? [{ asset: address, amount: -BigInt(found.amount) }] : [];
    });
  const [repaid, seized] = [less('debt'), less('collateral')];
  return repaid.length > 0 && seized.length > 0 ? { repaid, seized } : null;
}

/** Whether amounts alone look like a liquidation, at some price between the two readings. */
export function looksSeized(before: Position, after: Position, taken: Taken): boolean {
  const ratios = [before, after].map((at) => {
    const repaid = worthAt(at, before, taken.repaid, 'debt');
    return repaid.isZero() ? repaid : divide(worthAt(at, before, taken.seized, 'collateral'), repaid);
  });
  return ratios.some((ratio) => ratio.gte(LEAST)) && ratios.some((ratio) => ratio.lte(MOST));
}

/** At the prices of one reading; what is gone from it has the price of the other. */
const worthAt = (at: Position, before: Position, amounts: readonly Amount[], side: Act['side']): Decimal =>
  worthOf(
    amounts.flatMap(({ asset, amount }) => {
      const is = ({ address }: Holding) => address === asset;
      const found = at[side].find(is) ?? before[side].find(is);
      return found ? [{ ...found, amount: `${amount}` }] : [];
    }),
  );

/** What the owner did or had done to the position in between. */
export function wasActedOn(before: Position, after: Position, seconds: number): boolean {
  return attribution(before, after, seconds).actions.acts.length > 0;
}
