import { Decimal } from 'decimal.js';
import { inPercent, localNumber } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { Holding, Position } from '../model/position';
import type { Drift, HoldingRate, Rates, Span } from '../model/rates';
import { drift } from '../risk/drift';
import { assetName } from './words';

/** A rate with 27 decimals: "4.31%". What is paid is rounded up, what is earned down. */
export function percentOf(ray: string, rounding: 'ceil' | 'floor'): string {
  const mode = rounding === 'ceil' ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR;
  return inPercent(localNumber(new Decimal(ray).div('1e25').toFixed(2, mode)));
}

interface RateRow {
  readonly title: string;
  /** "You pay 4.31% a year." */
  readonly own: string;
  /** What others get for it, or pay. */
  readonly other: string | null;
}

export interface RateWords {
  readonly rows: readonly RateRow[];
  /** How long until interest alone liquidates; null where nothing is owed. */
  readonly drift: string | null;
  readonly notes: readonly string[];
}

/** What a position pays and earns. @param rates null where the protocol's are not known */
export function rateWords(position: Position, rates: Rates | null): RateWords {
  const { collateral, debt } = position;
  const about = position.agrees ? '' : '≈';
  const owed = debt.map((each, place) => paid(each, rates?.debt[place] ?? null));
  const held = collateral.map((each, place) => earned(each, rates?.collateral[place] ?? null));
  const climbs = rates?.debt.some((rate) => rate !== null && isClimbing(rate)) ?? false;
  return {
    rows: [...owed, ...held],
    drift: debt.length === 0 ? null : driftWords(rates && drift(position, rates), about),
    notes: climbs ? [t('rates.climbs')] : [],
  };
}

function paid({ symbol }: Holding, rate: HoldingRate | null): RateRow {
  const title = t('rates.owed', { asset: assetName(symbol) });
  if (rate === null) return { title, own: t('rates.unknown'), other: null };
  return {
    title,
    own: t('rates.pays', { rate: percentOf(rate.own, 'ceil') }),
    other: rate.supply === null ? null : t('rates.suppliersEarn', { rate: percentOf(rate.supply, 'floor') }),
  };
}

function earned({ symbol }: Holding, rate: HoldingRate | null): RateRow {
  const title = t('rates.held', { asset: assetName(symbol) });
  if (rate === null) return { title, own: t('rates.unknown'), other: null };
  const isIdle = rate.own === '0';
  return {
    title,
    own: isIdle ? t('rates.earnsNothing') : t('rates.earns', { rate: percentOf(rate.own, 'floor') }),
    other: rate.borrow === null ? null : t('rates.borrowersPay', { rate: percentOf(rate.borrow, 'ceil') }),
  };
}

/** Morpho's curve rises by itself while more is lent out than it aims at, which is its middle corner. */
const isClimbing = ({ curve, worst }: HoldingRate): boolean =>
  worst?.climb != null &&
  curve !== null &&
  BigInt(curve.utilization) > BigInt(curve.corners[1]?.utilization ?? 0);

function driftWords(found: Drift | null, about: string): string {
  if (found === null) return t('rates.driftUnknown');
  const { now, worst } = found;
  if (now === 0) return t('rates.driftOver');
  const said =
    typeof now === 'number'
      ? t('rates.drift', { time: about + timeOf(now) })
      : t(now === 'never' ? 'rates.driftNever' : 'rates.driftBeyond');
  return worst === null || typeof worst !== 'number'
    ? said
    : `${said} ${t('rates.driftWorst', { time: about + timeOf(worst) })}`;
}

const [HOUR, DAY, YEAR] = [3600, 86_400, 31_536_000];

/** Rounded down, in the largest unit of which there are two. */
function timeOf(span: Exclude<Span, string>): string {
  const unit = span >= 2 * YEAR ? YEAR : span >= 2 * DAY ? DAY : HOUR;
  const n = Math.floor(span / unit);
  if (unit === YEAR) return t('rates.years', { n });
  return unit === DAY ? t('rates.days', { n }) : t('rates.hours', n, { n });
}
