import type { Holding, Position } from '../model/position';
import type { Hex } from '../model/reader';
import type { Amount } from '../model/rules';
import { lossOf } from '../risk/loss';
import type { Taken } from '../risk/taken';
import { owner, type Told } from './alertText';
import { formatAmount, formatValue } from './format';
import { assetName } from './words';

/** What a liquidation took, as the contract's own event says. The cost is at the prices of now. */
export function receiptText(
  title: string,
  { before: position, after }: { readonly before: Position; readonly after: Position },
  taken: Taken,
  transactions: readonly Hex[],
): Told {
  const loss = lossOf(after, { ...taken, credited: [], blocked: null });
  const cost =
    loss === null || loss.startsWith('-')
      ? ''
      : ` That cost you about ${formatValue(loss, 'ceil', position.unit)}.`;
  const [first, ...others] = transactions;
  const where = others.length === 0 ? `Transaction ${first}.` : `Transactions ${transactions.join(', ')}.`;
  return {
    title: `Liquidated: ${title}`,
    message: `A liquidator took ${listOf(taken.seized, position.collateral)} and paid off ${listOf(taken.repaid, position.debt)} of your debt.${cost} ${where} ${owner(position.owner)}`,
  };
}

/** What is known where the event could not be looked for. */
export function unfoundText(title: string, { owner: wallet, ...position }: Position, taken: Taken): Told {
  const seized = listOf(taken.seized, position.collateral);
  const repaid = listOf(taken.repaid, position.debt);
  return {
    title: `Perhaps liquidated: ${title}`,
    message: `Your collateral fell by ${seized} and your debt by ${repaid}, as in a liquidation. The transaction was not found. If it was not you, look at the app’s own page. ${owner(wallet)}`,
  };
}

const listOf = (amounts: readonly Amount[], holdings: readonly Holding[]): string =>
  amounts
    .map(({ asset, amount }) => {
      const found = holdings.find(({ address }) => address === asset);
      return found ? `${formatAmount(`${amount}`, found.decimals)} ${assetName(found.symbol)}` : asset;
    })
    .join(' and ');
