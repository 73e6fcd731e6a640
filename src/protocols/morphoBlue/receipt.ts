import { toEventSelector } from 'viem';
import type { ReceiptLogs } from '../../model/reader';
import { topicOf, wordsOf } from '../event';

/** EventsLib.Liquidate: the market's id, the caller and the borrower are indexed. */
const LIQUIDATE = toEventSelector(
  'Liquidate(bytes32,address,address,uint256,uint256,uint256,uint256,uint256)',
);

/** A pre-liquidation contract repays and withdraws as the owner allowed it: it leaves no event of this kind. */
export const receipts: ReceiptLogs = {
  filters: ({ market, owner }) => [
    { address: market.address, topics: [LIQUIDATE, market.id ?? null, null, topicOf(owner)] },
  ],
  read(log, { collateral: [held], debt: [owed] }) {
    const [repaidAssets, , seizedAssets] = wordsOf(log, 5);
    return {
      repaid: owed ? [{ asset: owed.address, amount: BigInt(repaidAssets ?? 0) }] : [],
      seized: held ? [{ asset: held.address, amount: BigInt(seizedAssets ?? 0) }] : [],
    };
  },
};
