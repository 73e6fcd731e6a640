import { t } from '../i18n/t';
import type { Ranked } from '../model/outlook';
import type { Position } from '../model/position';
import { ranking } from '../risk/ranking';
import { worthOf } from '../risk/value';
import { formatMove, formatValue } from './format';

/** A position and what it is called. */
export interface Named {
  readonly title: string;
  readonly position: Position;
}

export interface BookSummary {
  /** Collateral less debt of what is counted in dollars; null where nothing is. */
  readonly netWorth: string | null;
  /** What is counted in something else, and so is not in the sum. */
  readonly apart: readonly string[];
  /** Which breaks first when all volatile prices fall together. */
  readonly first: string;
}

/** Several positions as one book. Nothing is converted: what is not counted in dollars stands apart. */
export function bookSummary(named: readonly Named[]): BookSummary {
  const inDollars = named.filter(({ position }) => position.unit === 'USD');
  const about = inDollars.every(({ position }) => position.agrees) ? '' : '≈';
  const net = inDollars.reduce(
    (sum, { position }) => sum.plus(worthOf(position.collateral)).minus(worthOf(position.debt)),
    worthOf([]),
  );
  return {
    netWorth: inDollars.length === 0 ? null : about + formatValue(net.toString(), 'floor', 'USD'),
    apart: named.flatMap(({ title, position }) => (position.unit === 'USD' ? [] : [apart(title, position)])),
    first: firstToBreak(named),
  };
}

function apart(title: string, { unit, agrees, collateral, debt }: Position): string {
  const net = worthOf(collateral).minus(worthOf(debt)).toString();
  const value = `${agrees ? '' : '≈'}${formatValue(net, 'floor', unit)}`;
  return t('book.apart', { title, value });
}

function firstToBreak(named: readonly Named[]): string {
  const ranked = ranking(named.map(({ position }) => position));
  const unknown = ranked.filter(({ reason }) => reason === 'not known').length;
  const [worst] = ranked;
  const gap = unknown === 0 ? '' : ` ${t('book.gap', unknown, { count: unknown })}`;
  if (worst === undefined || worst.fall === null) return `${noneBreaks(ranked)}${gap}`;
  const { title = '', position } = named[worst.index] ?? {};
  if (worst.fall === '0') return t('book.now', { title }) + gap;
  const about = position?.agrees ? '' : '≈';
  return t('book.first', { title, fall: `${about}${formatMove(worst.fall)}` }) + gap;
}

const noneBreaks = (ranked: readonly Ranked[]): string =>
  ranked.some(({ reason }) => reason === 'only a rise')
    ? t('book.rise')
    : ranked.every(({ reason }) => reason === 'not known')
      ? t('book.unknown')
      : t('book.none');
