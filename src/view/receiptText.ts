import { t } from '../i18n/t';
import type { Holding, Position } from '../model/position';
import type { Hex } from '../model/reader';
import type { Amount } from '../model/rules';
import { lossOf } from '../risk/loss';
import type { Taken } from '../risk/taken';
import { owner, type Told } from './alertText';
import { formatAmount, formatValue } from './format';
import { commas, listed } from './lists';
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
      ? []
      : [t('alert.receipt.cost', { cost: formatValue(loss, 'ceil', position.unit) })];
  const hashes = commas(transactions);
  return {
    title: t('alert.receipt.title', { title }),
    message: [
      t('alert.receipt.message', amountsOf(position, taken)),
      ...cost,
      t('alert.receipt.transaction', transactions.length, { hashes }),
      owner(position.owner),
    ].join(' '),
  };
}

/** What is known where the event could not be looked for. */
export const unfoundText = (title: string, position: Position, taken: Taken): Told => ({
  title: t('alert.unfound.title', { title }),
  message: `${t('alert.unfound.message', amountsOf(position, taken))} ${owner(position.owner)}`,
});

const amountsOf = ({ collateral, debt }: Position, { seized, repaid }: Taken) => ({
  seized: listOf(seized, collateral),
  repaid: listOf(repaid, debt),
});

const listOf = (amounts: readonly Amount[], holdings: readonly Holding[]): string =>
  listed(
    amounts.map(({ asset, amount }) => {
      const found = holdings.find(({ address }) => address === asset);
      return found ? `${formatAmount(`${amount}`, found.decimals)} ${assetName(found.symbol)}` : asset;
    }),
  );
