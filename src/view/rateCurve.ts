import { Decimal } from 'decimal.js';
import { inPercent, localNumber } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { Corner, Curve } from '../model/rates';
import { percentOf } from './rateWords';

/** One point of the curve. The numbers are for drawing only. */
export interface CurveRow {
  readonly utilization: number;
  readonly rate: number;
  readonly utilizationText: string;
  readonly rateText: string;
  readonly isNow: boolean;
}

const STEPS = 20;
const RAY = new Decimal('1e27');

/** Every twentieth of a pool, the corners, and where it stands, from idle to used up. */
export function curveRows({ corners, utilization: now }: Curve): CurveRow[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => RAY.mul(step).div(STEPS).toFixed(0));
  const places = new Set([...steps, ...corners.map(({ utilization }) => utilization), now]);
  return [...places]
    .sort((a, b) => new Decimal(a).cmp(b))
    .map((place) => {
      const rate = rateAt(corners, new Decimal(place));
      const share = inPercent(localNumber(new Decimal(place).div('1e25').toFixed(1).replace('.0', '')));
      const isNow = place === now;
      return {
        utilization: new Decimal(place).div(RAY).toNumber(),
        rate: rate.div(RAY).toNumber(),
        utilizationText: t(isNow ? 'rates.here' : 'rates.lentOut', { share }),
        rateText: percentOf(rate.toFixed(0), 'ceil'),
        isNow,
      };
    });
}

function rateAt(corners: readonly Corner[], utilization: Decimal): Decimal {
  const end = corners.findIndex((corner) => utilization.lte(corner.utilization));
  const [from, to] = [corners[Math.max(0, end - 1)], corners[Math.max(0, end)]];
  if (!from || !to) return new Decimal(corners.at(-1)?.rate ?? 0);
  if (from === to) return new Decimal(to.rate);
  const share = utilization.minus(from.utilization).div(new Decimal(to.utilization).minus(from.utilization));
  return new Decimal(to.rate).minus(from.rate).mul(share).add(from.rate);
}
