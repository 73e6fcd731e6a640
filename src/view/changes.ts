import { t } from '../i18n/t';
import type { Term } from '../model/card';
import type { Position } from '../model/position';
import type { Borrowing, Level, LiquidationPrice, Risk } from '../model/risk';
import { formatFall, formatHealthFactor, formatPrice, formatShare, formatValue } from './format';
import { glossary } from './glossary';
import { byImportance } from './triggers';
import { assetName, levelWords } from './words';

/** The health factor and the level, which stand above the rest. */
export interface Standing {
  readonly healthFactor: string;
  readonly level: Level;
  readonly word: string;
}

export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Assets whose liquidation price is followed. */
const MAIN = 3;

export function standingOf(risk: Risk, about: string): Standing {
  const level = risk.kind === 'borrowing' ? risk.level : risk.kind === 'no-debt' ? 'safe' : 'unknown';
  const healthFactor = risk.kind === 'no-debt' ? t('figure.noDebt') : '?';
  return {
    level,
    word: levelWords(level),
    healthFactor: risk.kind === 'borrowing' ? about + formatHealthFactor(risk.healthFactor) : healthFactor,
  };
}

/** Every other figure before and after, in words; "≈" where the contract's own figure differs. */
export function changes(before: Risk, after: Risk, { unit, agrees }: Position): Change[] {
  const about = agrees ? '' : '≈';
  const row = (name: string, of: (risk: Borrowing) => string | null): Change => {
    const text = (risk: Risk) => {
      const found = risk.kind === 'borrowing' ? of(risk) : null;
      return found ?? t('figure.none');
    };
    return { name, before: text(before), after: text(after) };
  };
  const named = (term: Term, of: (risk: Borrowing) => string | null) =>
    row(glossary(term).name, (risk) => {
      const found = of(risk);
      return found && about + found;
    });
  return [
    named('buffer', ({ level, buffer }) => (level === 'liquidatable' ? null : formatFall(buffer.share))),
    named('utilization', ({ utilization }) => utilization && formatShare(utilization, 'ceil')),
    ...mainOf(before, after).map(({ feed, asset }) =>
      row(t('change.liquidated', { asset: assetName(asset.symbol) }), ({ liquidationPrices }) => {
        const found = liquidationPrices.find((price) => price.feed === feed);
        return found?.safe ? priceText(found, found.safe, unit, about) : null;
      }),
    ),
    named('loss', ({ loss }) =>
      loss && !loss.startsWith('-') ? `−${formatValue(loss, 'ceil', unit)}` : null,
    ),
    named('debt', ({ debtValue }) => formatValue(debtValue, 'nearest', unit)),
  ];
}

/** Those that matter most now; where nothing is owed now, those that would. */
function mainOf(before: Risk, after: Risk): LiquidationPrice[] {
  const risk = before.kind === 'borrowing' ? before : after;
  const has = (of: Risk, feed: string) =>
    of.kind === 'borrowing' &&
    of.liquidationPrices.some((price) => price.feed === feed && price.safe !== null);
  if (risk.kind !== 'borrowing') return [];
  return byImportance(risk.liquidationPrices)
    .filter(({ feed }) => has(before, feed) || has(after, feed))
    .slice(0, MAIN);
}

/** Towards the current price, as everywhere. */
const priceText = (
  { direction, priceDecimals }: LiquidationPrice,
  safe: string,
  unit: string,
  about: string,
): string =>
  direction === 'above'
    ? t('change.above', { price: about + formatPrice(safe, priceDecimals, 'floor', unit) })
    : t('change.below', { price: about + formatPrice(safe, priceDecimals, 'ceil', unit) });
