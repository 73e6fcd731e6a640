import { useState } from 'preact/hooks';
import { inPercent } from '../../i18n/numbers';
import { t } from '../../i18n/t';
import type { Curve } from '../../model/rates';
import { type CurveRow, curveRows } from '../../view/rateCurve';
import { ChartReader } from './ChartReader';
import { frame, rateScales, type Scales } from './chart';

/** Borrow rate against how much of a pool is lent out: a curve to look at, a slider to read it by, a table. */
export function RateChart({ curve, asset }: { readonly curve: Curve; readonly asset: string }) {
  const rows = curveRows(curve);
  const [place, setPlace] = useState<number | null>(null);
  const name = t('rates.borrowRate');
  const now = rows.findIndex(({ isNow }) => isNow);
  const at = place ?? now;
  const row = rows[at] ?? rows[now];
  if (row === undefined) return null;
  const { x, y } = rateScales(rows.map(({ rate }) => rate));
  return (
    <figure class="stress rate-curve">
      <figcaption class="hint">{t('rates.curve', { asset })}</figcaption>
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true">
        <Ground rows={rows} now={now} scales={{ x, y }} />
        <circle class="reading" cx={x(row.utilization)} cy={y(row.rate)} r="5" />
      </svg>
      <ChartReader
        place={at}
        choose={setPlace}
        text={`${row.utilizationText}: ${name} ${row.rateText}`}
        columns={[t('rates.utilization'), name]}
        rows={rows.map(({ utilizationText, rateText }) => [utilizationText, rateText])}
      >
        <bdi>{row.utilizationText}</bdi>
        <span>
          {name} <bdi>{row.rateText}</bdi>
        </span>
      </ChartReader>
    </figure>
  );
}

interface GroundProps {
  readonly rows: readonly CurveRow[];
  readonly now: number;
  readonly scales: Pick<Scales, 'x' | 'y'>;
}

function Ground({ rows, now, scales: { x, y } }: GroundProps) {
  const { left, right, width, height, top, bottom } = frame;
  const highest = rows.at(-1);
  const here = rows[now];
  return (
    <>
      {highest !== undefined && (
        <g class="tick">
          <path d={`M${left} ${y(highest.rate)}H${width - right}`} />
          <text x={left + 2} y={y(highest.rate) - 5}>
            {highest.rateText}
          </text>
        </g>
      )}
      <g class="edge">
        <path d={`M${left} ${y(0)}H${width - right}`} />
      </g>
      {[0, 0.5, 1].map((share) => (
        <text
          key={share}
          x={x(share)}
          y={height - 7}
          text-anchor={share === 1 ? 'end' : share === 0 ? 'start' : 'middle'}
        >
          {inPercent(`${share * 100}`)}
        </text>
      ))}
      {here !== undefined && (
        <g class="mark">
          <path d={`M${x(here.utilization)} ${top}V${height - bottom}`} />
          <text x={x(here.utilization)} y={top - 6} text-anchor={here.utilization > 0.9 ? 'end' : 'middle'}>
            {t('rates.now')}
          </text>
        </g>
      )}
      <path
        class="curve"
        d={rows
          .map(({ utilization, rate }, place) => `${place === 0 ? 'M' : 'L'}${x(utilization)} ${y(rate)}`)
          .join('')}
      />
    </>
  );
}
