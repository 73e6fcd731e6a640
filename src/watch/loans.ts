import { chainName } from '../chain/chains';
import { decimalMark } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Headline } from '../model/card';
import { sortedOut } from '../platform/forms';
import { loansItem, snapshotItem } from '../platform/storage';
import { dollarPrices, type Prices, type Reading } from '../risk/factors';
import { type LoanCard, loanCards } from '../view/loanCard';
import { titleOf } from '../view/positionCard';
import { currentChoices } from './choices';
import { enabledChains } from './networks';
import { watchedAddresses } from './wallets';

/** The loans that were entered by hand as they stand now, worst first; what is none is left out. */
export async function loansNow(): Promise<LoanCard[]> {
  const { loans } = sortedOut(await loansItem.getValue());
  if (loans.length === 0) return [];
  const [prices, choices] = await Promise.all([pricesNow(), currentChoices()]);
  return loanCards(loans, prices, Date.now(), choices).map(({ card }) => card);
}

/** As watched wallets' positions have them: a page can name any address, and so any price. */
async function pricesNow(): Promise<Prices> {
  const [accounts, enabled] = await Promise.all([watchedAddresses(), enabledChains()]);
  const readings = await Promise.all(
    enabled.flatMap(({ id }) => accounts.map((each) => readingsOf(id, each))),
  );
  return dollarPrices(readings.flat());
}

async function readingsOf(chainId: number, account: Address): Promise<Reading[]> {
  const figures = (await snapshotItem(chainId, account).getValue())?.figures;
  return (figures?.positions ?? []).map((position) => ({
    title: titleOf(position.market, chainName(chainId)),
    position,
    timestamp: figures?.block.timestamp ?? 0,
  }));
}

/** Few characters fit on the icon: a loan-to-value in whole percent, rounded up, or that something is due. */
function shortFigure(figure: string): string {
  if (figure.endsWith('%')) return `${Math.ceil(Number.parseFloat(figure.replace(decimalMark(), '.')))}%`;
  return figure === '?' ? figure : t('loan.due');
}

/** A loan among positions: what stands for its health factor is its figure. */
export const headlineOf = ({ title, level, word, figure, figureName, facts }: LoanCard): Headline => ({
  level,
  word,
  healthFactor: shortFigure(figure),
  buffer: null,
  trigger: null,
  sentence: t('loan.headline', { level: word, title, name: figureName, figure }),
  reason: level === 'unknown' ? (facts[0] ?? null) : null,
});
