import { inPercent } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { PositionCard, Trigger } from '../model/card';
import type { Market, Position } from '../model/position';
import type { Borrowing, Risk } from '../model/risk';
import { keyOf } from '../risk/key';
import { unknownHeadline } from './age';
import { formatFall, formatHealthFactor, formatMove, formatShare, formatValue } from './format';
import type { Feeds } from './oracleWords';
import { reasonWords } from './reasonWords';
import { byImportance, triggerOf } from './triggers';
import { levelWords, noMoveWords, wayOf } from './words';

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

/** One position in words: what every surface shows of it. */
export function positionCard(position: Position, risk: Risk, chain: string, feeds: Feeds): PositionCard {
  const key = keyOf(position.market, position.owner);
  const title = titleOf(position.market, chain);
  if (risk.kind === 'unknown') return unknownCard(key, title, reasonWords(risk.reason));
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
  const word = levelWords(risk.level);
  const healthFactor = about + formatHealthFactor(risk.healthFactor);
  const buffer = liquidatable ? null : about + formatFall(risk.buffer.share);
  const trigger = first?.short ? `${first.asset} ${about}${first.short}` : null;
  const where = first?.short
    ? ` ${t(`headline.where.${wayOf(first)}`, { asset: first.asset, price: first.short })}`
    : '';
  const sentence = liquidatable
    ? t('headline.liquidatable', { level: word, healthFactor })
    : t('headline.borrowing', { level: word, healthFactor, fall: buffer?.replace('−', '') ?? '' }) + where;
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
      value: together.move === null ? t('figure.none') : formatMove(together.move),
      detail: together.move === null ? noMoveWords(together.reason) : null,
    },
    {
      term: 'borrowingPower',
      value: formatValue(borrowingPower, 'floor', unit),
      detail: t('figure.used', { value: formatValue(debtValue, 'nearest', unit) }),
    },
    {
      term: 'utilization',
      value: risk.utilization === null ? t('figure.none') : formatShare(risk.utilization, 'ceil'),
      detail: t('figure.keepBelow', { share: inPercent('80') }),
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
    return {
      term: 'buffer',
      value: t('figure.none'),
      detail: t('figure.short', { value: value.replace('−', '') }),
    };
  return { term: 'buffer', value: formatFall(buffer.share), detail: value };
}

function meters(risk: Borrowing, position: Position) {
  const blocked = risk.blocked === null ? [] : [t('note.blocked', { reason: reasonWords(risk.blocked) })];
  return {
    utilization: risk.utilization === null ? null : Number(risk.utilization),
    scale: { buffer: Number(risk.buffer.share), limits: risk.limits.map(Number) as [number, number, number] },
    notes: [
      ...(risk.agrees ? [] : [t('note.differs')]),
      ...(risk.pegged ? [t('note.pegged')] : []),
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
    word: levelWords('safe'),
    healthFactor: t('figure.noDebt'),
    buffer: null,
    trigger: null,
    sentence: t('headline.noDebt', { title }),
    reason: null,
    figures: [{ term: 'collateral', value: supplied, detail: null }],
    utilization: null,
    triggers: [],
    notes: [],
  };
}
