import { toEventSelector } from 'viem';
import type { ReceiptLogs } from '../../model/reader';
import { addressIn, amountOf, topicOf, wordsOf } from '../event';

/** ILendingPool.LiquidationCall and IPool.LiquidationCall: collateral asset, debt asset and user are indexed. */
const LIQUIDATION = toEventSelector('LiquidationCall(address,address,address,uint256,uint256,address,bool)');

/** v2 and the forks of either have the same event. */
export const receipts: ReceiptLogs = {
  filters: ({ market, owner }) => [
    { address: market.address, topics: [LIQUIDATION, null, null, topicOf(owner)] },
  ],
  read(log, { collateral, debt }) {
    const [, collateralAsset, debtAsset] = log.topics;
    const [debtToCover, liquidatedCollateral] = wordsOf(log, 4);
    return {
      repaid: [amountOf(debt, addressIn(debtAsset), debtToCover)],
      seized: [amountOf(collateral, addressIn(collateralAsset), liquidatedCollateral)],
    };
  },
};
