import { t } from '../i18n/t';
import type { Calculation, CalculatorRow } from '../model/calculator';
import type { Headline, PositionCard } from '../model/card';
import type { LiquidationPrice } from '../model/risk';
import { formatHealthFactor, formatPrice, formatValue } from './format';
import { figuresOf } from './positionCard';
import { levelWords, noPriceWords } from './words';

export interface CalculatorCard extends Pick<Headline, 'level' | 'word' | 'healthFactor'> {
  readonly figures: PositionCard['figures'];
  readonly utilization: number | null;
  /** What can still be borrowed, in all and with a fifth of it left alone. */
  readonly available: string;
  readonly availableTo80: string;
}

/** What the rows come to, in words; null where the rules cannot say. */
export function calculatorCard(of: Extract<Calculation, { ok: true }>): CalculatorCard | null {
  const { risk, borrowingPower, available, availableTo80 } = of;
  if (risk.kind === 'unknown') return null;
  const dollars = (value: string) => formatValue(value, 'floor', 'USD');
  const left = { available: dollars(available), availableTo80: dollars(availableTo80) };
  if (risk.kind === 'no-debt')
    return {
      ...left,
      level: 'safe',
      word: levelWords('safe'),
      healthFactor: t('figure.noDebt'),
      figures: [{ term: 'borrowingPower', value: dollars(borrowingPower), detail: t('figure.nothingUsed') }],
      utilization: 0,
    };
  return {
    ...left,
    level: risk.level,
    word: levelWords(risk.level),
    healthFactor: formatHealthFactor(risk.healthFactor),
    figures: figuresOf(risk, 'USD').filter(({ term }) => term !== 'loss' && term !== 'healthFactor'),
    utilization: risk.utilization === null ? null : Number(risk.utilization),
  };
}

/** "Liquidated below $1,250", of a row's price or, where that is not known, of its value. */
export function rowWords({ symbol, side, value }: CalculatorRow, found: LiquidationPrice): string {
  const { safe, priceDecimals, direction, reason } = found;
  if (safe === null) return reason === null ? '' : noPriceWords(reason, symbol.trim(), side);
  const price = formatPrice(safe, priceDecimals, direction === 'above' ? 'floor' : 'ceil', 'USD');
  const of = value === undefined ? 'price' : 'value';
  return t(`calculator.at.${of}.${direction === 'above' ? 'above' : 'below'}`, { price });
}
