import { useState } from 'preact/hooks';
import { inPercent } from '../../i18n/numbers';
import { t } from '../../i18n/t';
import type { StressRow } from '../../view/stressWords';
import { LevelWord } from '../parts/LevelWord';
import { ChartReader } from './ChartReader';
import { frame, type Scales, scalesOf } from './chart';

interface Props {
  /** From the deepest fall to the highest rise. */
  readonly rows: readonly StressRow[];
  /** The move of prices at which the position is liquidated; null where none in the range does. */
  readonly flip: { readonly move: number; readonly text: string } | null;
}

/** Falls that have happened within days, and more than once. */
const MARKED = [-0.4, -0.3] as const;

/** Health factor against a common move of all volatile prices: a curve to look at, a slider to read it by, a table. */
export function StressChart({ rows, flip }: Props) {
  const today = rows.findIndex(({ move }) => move === 0);
  const [place, setPlace] = useState(today);
  const row = rows[place] ?? rows[today];
  if (row === undefined) return null;
  const scales = scalesOf(
    rows.map(({ move }) => move),
    rows.map(({ healthFactor }) => healthFactor),
  );
  return (
    <figure class="stress">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        aria-hidden="true"
        onPointerMove={({ currentTarget, clientX }) =>
          setPlace(nearest(rows, scales, currentTarget, clientX))
        }
      >
        <Ground scales={scales} flip={flip} />
        <Curve rows={rows} scales={scales} />
        <circle
          class="reading"
          data-level={row.level}
          cx={scales.x(row.move)}
          cy={scales.y(Math.min(row.healthFactor, scales.top))}
          r="5"
        />
      </svg>
      <ChartReader
        place={place}
        choose={setPlace}
        text={t('stress.reading', {
          move: row.moveText,
          healthFactor: row.healthFactorText,
          level: row.word,
        })}
        columns={[t('stress.column.prices'), t('term.healthFactor.name'), t('stress.column.level')]}
        rows={rows.map(({ moveText, healthFactorText, word }) => [moveText, healthFactorText, word])}
      >
        <span>{t('stress.prices', { move: row.moveText })}</span>
        <span data-level={row.level}>
          {t('stress.healthFactor', { healthFactor: row.healthFactorText })}{' '}
          <LevelWord level={row.level} word={row.word} />
        </span>
      </ChartReader>
    </figure>
  );
}

function Ground({ scales: { x, y, top }, flip }: { scales: Scales } & Pick<Props, 'flip'>) {
  const { left, right, width, height, bottom } = frame;
  const ticks = [1, ...(top >= 2 ? [2] : []), ...(top >= 3 ? [3] : [])];
  return (
    <>
      <rect class="drowned" x={left} y={y(1)} width={width - left - right} height={height - bottom - y(1)} />
      {ticks.map((tick) => (
        <g key={tick} class={tick === 1 ? 'edge' : 'tick'}>
          <path d={`M${left} ${y(tick)}H${width - right}`} />
          <text x={left - 6} y={y(tick) + 4} text-anchor="end">
            {tick === 3 ? '3+' : tick}
          </text>
        </g>
      ))}
      {[...MARKED, 0].map((move) => (
        <g key={move} class={move === 0 ? 'mark today' : 'mark'}>
          <path d={`M${x(move)} ${frame.top}V${height - bottom}`} />
          <text x={x(move)} y={height - 7} text-anchor="middle">
            {move === 0 ? t('stress.today') : `−${inPercent(`${-move * 100}`)}`}
          </text>
        </g>
      ))}
      {flip !== null && (
        <g class="flip">
          <path d={`M${x(flip.move)} ${frame.top}V${height - bottom}`} />
          <text x={x(flip.move)} y={frame.top - 6} text-anchor={flip.move < -0.4 ? 'start' : 'middle'}>
            {flip.text}
          </text>
        </g>
      )}
    </>
  );
}

/** A chart inside the chart, so that what is above the highest health factor is cut off and not bent. */
function Curve({ rows, scales: { x, y } }: { rows: readonly StressRow[]; scales: Scales }) {
  const { width, height, top } = frame;
  const path = rows.map(
    ({ move, healthFactor }, at) => `${at === 0 ? 'M' : 'L'}${x(move)} ${y(healthFactor)}`,
  );
  return (
    <svg
      class="cut"
      aria-hidden="true"
      y={top}
      width={width}
      height={height - top}
      viewBox={`0 ${top} ${width} ${height - top}`}
    >
      <path class="curve" d={path.join('')} />
    </svg>
  );
}

function nearest(rows: readonly StressRow[], { x }: Scales, chart: SVGSVGElement, clientX: number): number {
  const box = chart.getBoundingClientRect();
  const at = ((clientX - box.left) / box.width) * frame.width;
  const far = rows.map(({ move }) => Math.abs(x(move) - at));
  return far.indexOf(Math.min(...far));
}
