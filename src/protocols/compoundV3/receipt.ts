import { toEventSelector } from 'viem';
import type { ReceiptLogs } from '../../model/reader';
import { addressIn, amountOf, topicOf, wordsOf } from '../event';

/** CometCore: the absorber and the borrower are indexed, of the collateral its asset too. */
const ABSORB_DEBT = toEventSelector('AbsorbDebt(address,address,uint256,uint256)');
const ABSORB_COLLATERAL = toEventSelector('AbsorbCollateral(address,address,address,uint256,uint256)');

/** A liquidation is one event for the debt, surplus included, and one for each collateral, all in one transaction. */
export const receipts: ReceiptLogs = {
  filters: ({ market, owner }) => [
    { address: market.address, topics: [[ABSORB_DEBT, ABSORB_COLLATERAL], null, topicOf(owner)] },
  ],
  read(log, { collateral, debt: [owed] }) {
    const [event, , , asset] = log.topics;
    const [amount] = wordsOf(log, 2);
    if (event === ABSORB_COLLATERAL)
      return { repaid: [], seized: [amountOf(collateral, addressIn(asset), amount)] };
    return { repaid: owed ? [{ asset: owed.address, amount: BigInt(amount ?? 0) }] : [], seized: [] };
  },
};
