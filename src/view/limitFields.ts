import { t } from '../i18n/t';
import type { Limits } from '../model/settings';
import { Exact } from '../risk/value';
import { percentOf, shareOf } from './percent';
import { toTyped } from './typed';

export const limitNames = ['watch', 'low', 'critical'] as const;
type LimitName = (typeof limitNames)[number];

/** Percentages as they are typed. */
export type LimitTexts = Readonly<Record<LimitName, string>>;

export type LimitsRead =
  | { readonly limits: Limits }
  | { readonly errors: Readonly<Partial<Record<LimitName, string>>> };

export const textsOf = ([watch, low, critical]: Limits): LimitTexts => ({
  watch: percentOf(watch),
  low: percentOf(low),
  critical: percentOf(critical),
});

/** What is said where no share was typed. */
export const noPercentage = (): string => t('typed.percentage', { example: toTyped('12.5') });

/** The limits, where Watch is above Low, Low above Critical and Critical above 0; else what is wrong, field by field. */
export function readLimits(texts: LimitTexts): LimitsRead {
  const [watch, low, critical] = limitNames.map((name) => shareOf(texts[name]));
  const errors: Partial<Record<LimitName, string>> = {};
  const isAbove = (one: string | null | undefined, other: string | null | undefined) =>
    !one || !other || new Exact(one).gt(other);
  if (!isAbove(critical, '0')) errors.critical = t('options.levels.aboveZero');
  if (!isAbove(low, critical)) errors.low = t('options.levels.lowAbove');
  if (!isAbove(watch, low)) errors.watch = t('options.levels.watchAbove');
  for (const name of limitNames) {
    if (shareOf(texts[name]) === null) errors[name] = noPercentage();
  }
  if (!watch || !low || !critical || Object.keys(errors).length > 0) return { errors };
  return { limits: [watch, low, critical] };
}
