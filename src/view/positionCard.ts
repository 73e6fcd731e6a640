import type { PositionCard, Trigger } from '../model/card';
import type { Market, Position } from '../model/position';
import type { Borrowing, Risk } from '../model/risk';
import { keyOf } from '../risk/key';
import { formatFall, formatHealthFactor, formatMove, formatShare, formatValue } from './format';
import type { Feeds } from './oracleWords';
import { byImportance, triggerOf } from './triggers';
import { levelWords, noMoveWords } from './words';

type Figures = PositionCard['figures'];

export const titleOf = (market: Market, chain: string): string => `${market.name} · ${chain}`;

/** What is shown where nothing is known: a reason and no figure. */
export function unknownCard(key: string, title: string, reason: string): PositionCard {
  return {
    key,
    title,
    ...unknownHeadline(reason),
    figures: [],
    utilization: null,
    triggers: [],
    notes: [],
  };
}

export const unknownHeadline = (reason: string) =>
  ({
    level: 'unknown',
    word: levelWords.unknown,
    healthFactor: '?',
    buffer: null,
    trigger: null,
    sentence: `Unknown. ${reason}`,
    reason,
  }) as const;

/** One position in words: what every surface shows of it. */
export function positionCard(position: Position, risk: Risk, chain: string, feeds: Feeds): PositionCard {
  const key = keyOf(position.market, position.owner);
  const title = titleOf(position.market, chain);
  if (risk.kind === 'unknown') return unknownCard(key, title, risk.reason);
  if (risk.kind === 'no-debt')
    return noDebtCard(key, title, formatValue(risk.collateralValue, 'nearest', position.unit));
  const triggers = byImportance(risk.liquidationPrices).map((price) => triggerOf(price, position, feeds));
  return {
    key,
    title,
    ...headline(risk, triggers),
    figures: figuresOf(risk, position.unit),
    triggers,
    ...meters(risk, position),
  };
}

function headline(risk: Borrowing, triggers: readonly Trigger[]) {
  const about = risk.agrees ? '' : '≈';
  const [first] = triggers;
  const liquidatable = risk.level === 'liquidatable';
  const word = levelWords[risk.level];
  const healthFactor = about + formatHealthFactor(risk.healthFactor);
  const buffer = liquidatable ? null : about + formatFall(risk.buffer.share);
  const trigger = first?.short ? `${first.asset} ${about}${first.short}` : null;
  const where = first?.short ? ` Liquidated when ${first.asset} is ${first.direction} ${first.short}.` : '';
  const sentence = liquidatable
    ? `${word}: health factor ${healthFactor}. Anyone may liquidate this position now.`
    : `${word}: health factor ${healthFactor}, the collateral may fall by ${buffer?.replace('−', '')}.${where}`;
  return { level: risk.level, word, healthFactor, buffer, trigger, sentence, reason: null };
}

/** The figures of a position that borrows, in the order in which they are shown. */
export function figuresOf(risk: Borrowing, unit: string): Figures {
  const { together, borrowingPower, debtValue } = risk;
  return [
    { term: 'healthFactor', value: formatHealthFactor(risk.healthFactor), detail: null },
    bufferFigure(risk, unit),
    {
      term: 'together',
      value: together.move === null ? 'none' : formatMove(together.move),
      detail: together.move === null ? noMoveWords(together.reason) : null,
    },
    {
      term: 'borrowingPower',
      value: formatValue(borrowingPower, 'floor', unit),
      detail: `${formatValue(debtValue, 'nearest', unit)} used`,
    },
    {
      term: 'utilization',
      value: risk.utilization === null ? 'none' : formatShare(risk.utilization, 'ceil'),
      detail: 'keep below 80%',
    },
    ...lossFigure(risk, unit),
    { term: 'collateral', value: formatValue(risk.collateralValue, 'nearest', unit), detail: null },
    { term: 'debt', value: formatValue(debtValue, 'nearest', unit), detail: null },
  ];
}

/** Where the debt that is paid off is worth more than what is taken, there is nothing to lose. */
function lossFigure({ loss }: Borrowing, unit: string): Figures {
  if (loss === null || loss.startsWith('-')) return [];
  return [{ term: 'loss', value: `−${formatValue(loss, 'ceil', unit)}`, detail: null }];
}

/** Once it is used up there is no share left to fall by, only what is missing. */
function bufferFigure({ level, buffer }: Borrowing, unit: string): Figures[number] {
  const value = formatValue(buffer.value, 'floor', unit);
  if (level === 'liquidatable')
    return { term: 'buffer', value: 'none', detail: `${value.replace('−', '')} short` };
  return { term: 'buffer', value: formatFall(buffer.share), detail: value };
}

function meters(risk: Borrowing, position: Position) {
  const differs =
    'Our figure and the contract’s own differ: take these as approximate, and look at the app’s own page.';
  const blocked = risk.blocked === null ? [] : [`Nobody can liquidate it now: ${risk.blocked}.`];
  const pegged = 'Collateral and debt follow one price, so the buffer is how far they may drift apart.';
  return {
    utilization: risk.utilization === null ? null : Number(risk.utilization),
    scale: { buffer: Number(risk.buffer.share), limits: risk.limits.map(Number) as [number, number, number] },
    notes: [
      ...(risk.agrees ? [] : [differs]),
      ...(risk.pegged ? [pegged] : []),
      ...blocked,
      ...(position.notes ?? []),
    ],
  };
}

function noDebtCard(key: string, title: string, supplied: string): PositionCard {
  return {
    key,
    title,
    level: 'safe',
    word: levelWords.safe,
    healthFactor: 'no debt',
    buffer: null,
    trigger: null,
    sentence: `No debt on ${title}: nothing can be liquidated.`,
    reason: null,
    figures: [{ term: 'collateral', value: supplied, detail: null }],
    utilization: null,
    triggers: [],
    notes: [],
  };
}
