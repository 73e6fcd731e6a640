import { toEventSelector } from 'viem';
import type { Position } from '../../model/position';
import type { ReceiptLogs } from '../../model/reader';
import { addressIn, wordsOf } from '../event';
import type { CompoundV2Position } from './rules.position';

/** CToken: nothing is indexed, so that everybody's of a market come. The cToken that was owed tells of it. */
const LIQUIDATE_BORROW = toEventSelector('LiquidateBorrow(address,address,uint256,address,uint256)');

const WAD = 10n ** 18n;

export const receipts: ReceiptLogs = {
  filters: (position) =>
    own(position).debt.map(({ cToken }) => ({ address: cToken, topics: [LIQUIDATE_BORROW] })),
  read(log, position) {
    const { owner, collateral, debt } = own(position);
    const [, borrower, repaid, cTokenCollateral, seizedTokens] = wordsOf(log, 5);
    if (addressIn(borrower) !== owner.toLowerCase()) return null;
    const owed = debt.find(({ cToken }) => cToken.toLowerCase() === log.address);
    const held = collateral.find(({ cToken }) => cToken.toLowerCase() === addressIn(cTokenCollateral));
    if (!owed || !held) throw new Error('An event is of an asset that the position does not have.');
    const tokens = BigInt(seizedTokens ?? 0);
    return {
      repaid: [{ asset: owed.address, amount: BigInt(repaid ?? 0) }],
      // What the cTokens could be redeemed for at the reading's rate.
      seized: [{ asset: held.address, amount: (tokens * BigInt(held.exchangeRate)) / WAD }],
    };
  },
};

const own = (position: Position) => position as CompoundV2Position;
