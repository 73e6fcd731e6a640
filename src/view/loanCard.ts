import { t } from '../i18n/t';
import type { KnownLevel } from '../model/alert';
import type {
  CustodialLoan,
  CustodialRisk,
  Deadline,
  KeptCustodial,
  KeptLoan,
  KeptTerm,
  TierReach,
} from '../model/lender';
import type { Level } from '../model/risk';
import type { LevelChoices } from '../model/settings';
import { usualChoices } from '../risk/choices';
import { custodialRisk, owedAfter, tierAlarm } from '../risk/custodial';
import { isDollar, type Prices, priceOf } from '../risk/factors';
import { limitsFor } from '../risk/level';
import { daysSince, deadlines } from '../risk/termLoan';
import { ageText, isExpired } from './age';
import { worstFirst } from './card';
import { formatCurrentPrice, formatPrice, formatShare, formatShortShare, formatValue } from './format';
import { custody, days, deadlineWords, reachWords, termLoanWords, tierWords } from './lenderWords';
import { errorWords } from './typedWords';
import { levelWords } from './words';

interface TierRow {
  /** "Margin call" */
  readonly name: string;
  /** "70%" */
  readonly ltv: string;
  /** "BTC $71,429", of each collateral that alone could reach it. */
  readonly prices: readonly string[];
  readonly reach: string;
}

/** A loan that was entered by hand, in words. */
export interface LoanCard {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly word: string;
  /** What stands for a health factor in a list: "50.0%", "12 days", "?". */
  readonly figure: string;
  /** Only for the order within a level; "" where there is none. */
  readonly healthFactor: string;
  /** What the figure is: "Loan-to-value now". */
  readonly figureName: string;
  readonly facts: readonly string[];
  readonly tiers: readonly TierRow[];
  /** What the figures rest on, and what they cannot say. */
  readonly notes: readonly string[];
  /** What decides whether to tell of it; null where that is not known. */
  readonly alarm: LoanAlarm | null;
}

interface LoanAlarm {
  readonly level: KnownLevel;
  /** The same with a buffer smaller by the margin. */
  readonly wary: KnownLevel;
  /** "Margin call", "Due soon" */
  readonly word: string;
  /** Whether it is a price that may turn, or a day that passes. */
  readonly moves: boolean;
}

/** Worst first. */
export const loanCards = (
  loans: readonly KeptLoan[],
  prices: Prices,
  now: number,
  choices: LevelChoices = usualChoices,
) =>
  loans
    .map((loan) => ({ loan, card: loanCard(loan, prices, now, choices) }))
    .sort((a, b) => worstFirst(a.card, b.card));

/** `now` in milliseconds. A loan that makes no sense, or whose price is not known any more, is unknown with the reason. */
export function loanCard(
  loan: KeptLoan,
  prices: Prices,
  now: number,
  choices: LevelChoices = usualChoices,
): LoanCard {
  try {
    return loan.kind === 'custodial' ? custodialCard(loan, prices, now, choices) : termCard(loan, now);
  } catch (error) {
    return {
      id: loan.id,
      title: loan.name,
      level: 'unknown',
      word: levelWords('unknown'),
      figure: '?',
      healthFactor: '',
      figureName: loan.kind === 'custodial' ? t('loan.ltvNow') : t('loan.next'),
      facts: [errorWords(error)],
      tiers: [],
      notes: loan.kind === 'custodial' ? [custody()] : [],
      alarm: null,
    };
  }
}

function custodialCard(kept: KeptCustodial, prices: Prices, now: number, choices: LevelChoices): LoanCard {
  const { id, name, currency, asOf } = kept;
  const age = Math.max(0, daysSince(asOf, now / 1000));
  const loan: CustodialLoan = {
    ...kept,
    loan: owedAfter(kept, age),
    collateral: kept.collateral.map((row) => ({ ...row, price: priceNow(row, kept, prices, now) })),
  };
  const limits = limitsFor(choices, id, false);
  const risk = custodialRisk(loan, limits);
  const { ltv, level, tiers } = risk;
  const unit = currency.toUpperCase();
  const owed = { sum: formatValue(loan.loan, 'ceil', unit), rate: rateWords(kept) };
  return {
    id,
    title: name,
    level,
    word: levelWords(level),
    figure: ltv === null ? t('figure.none') : formatShare(ltv, 'ceil'),
    healthFactor: ltv === null ? '' : `${Number(kept.tiers.liquidation) / Number(ltv)}`,
    figureName: t('loan.ltvNow'),
    facts: [age === 0 ? t('loan.owed', owed) : t('loan.owedSince', { ...owed, days: days(age) })],
    tiers: tiers.map((each) => ({
      name: tierWords(each.tier),
      ltv: formatShortShare(each.ltv, 'nearest'),
      prices: pricesOf(each, loan, unit),
      reach: reachWords(each),
    })),
    notes: [...kept.collateral.map((row) => sourceWords(row, kept, prices, now)), custody()],
    alarm: { ...tierAlarm(risk, loan, limits), word: alarmWord(risk), moves: true },
  };
}

const alarmWord = ({ standing, level }: CustodialRisk): string =>
  standing === 'marginCall' || standing === 'liquidation' ? tierWords(standing) : levelWords(level);

const rateWords = ({ yearlyRate }: KeptLoan): string =>
  t('loan.rate', { share: formatShortShare(yearlyRate, 'ceil') });

type Row = KeptCustodial['collateral'][number];

function priceNow(
  { symbol, price, follows }: Row,
  { currency }: KeptCustodial,
  prices: Prices,
  now: number,
): string {
  if (!follows) return price;
  if (!isDollar(currency)) throw new Error(t('loan.notDollars', { symbol, currency }));
  const found = priceOf(symbol, prices);
  if (!found) throw new Error(t('loan.priceGone', { symbol }));
  if (isExpired(found.timestamp, now)) throw new Error(t('loan.priceOld', { symbol }));
  return found.price;
}

/** Where a price comes from and how old it is. */
function sourceWords(
  { symbol, price, follows }: Row,
  { asOf, currency }: KeptCustodial,
  prices: Prices,
  now: number,
): string {
  const found = follows ? priceOf(symbol, prices) : undefined;
  if (!found)
    return t('loan.byHand', { symbol, price: formatCurrentPrice(price, 0, currency.toUpperCase()), asOf });
  const { title, timestamp } = found;
  const age = ageText(timestamp, now);
  return t('loan.onChain', { symbol, price: formatCurrentPrice(found.price, 0, 'USD'), title, age });
}

const pricesOf = ({ prices }: TierReach, { collateral }: CustodialLoan, unit: string): string[] =>
  prices.flatMap((price, row) =>
    price === null ? [] : [`${collateral[row]?.symbol} ${formatPrice(price, 0, 'ceil', unit)}`],
  );

/** No price says how a loan with dates stands: its days do. */
const SOON = 7;

function standing({ status, days: left }: Deadline): { level: Level; word: string } {
  if (status === 'overdue') return { level: 'critical', word: t('loan.overdue') };
  if (status === 'in grace') return { level: 'low', word: t('loan.inGrace') };
  return left <= SOON
    ? { level: 'watch', word: t('loan.dueSoon') }
    : { level: 'safe', word: t('loan.onTime') };
}

/** Told a week before, on the last day, in grace and when it is overdue. */
function deadlineAlarm(next: Deadline): LoanAlarm {
  const { word } = standing(next);
  const { status, days: left } = next;
  const level =
    status === 'overdue'
      ? 'liquidatable'
      : status === 'in grace' || left <= 1
        ? 'critical'
        : left <= SOON
          ? 'low'
          : 'safe';
  return { level, wary: level, word, moves: false };
}

function termCard(loan: KeptTerm, now: number): LoanCard {
  const all = deadlines(loan, now / 1000);
  const [next] = all;
  if (!next) throw new Error(t('loan.nothingDue'));
  const unit = loan.currency.toUpperCase();
  return {
    id: loan.id,
    title: loan.name,
    ...standing(next),
    figure: deadlineWords(next),
    healthFactor: '',
    figureName: t(`loan.figure.${next.what}`),
    facts: all.map((each) => {
      const sum = formatValue(each.amount, 'ceil', unit);
      const when = { sum, date: each.date, deadline: deadlineWords(each) };
      return each.what === 'payment'
        ? t('loan.payment', when)
        : t('loan.principal', { ...when, rate: rateWords(loan) });
    }),
    tiers: [],
    notes: termLoanWords(all).slice(-1),
    alarm: deadlineAlarm(next),
  };
}
