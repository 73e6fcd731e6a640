import type { PositionCard } from '../../model/card';
import { formatShortShare } from '../../view/format';
import { lines, waterline } from './scale';

const percent = (share: number) => formatShortShare(`${share}`, 'nearest');

/** A hull with its load line: the water shows how much of the buffer is gone. Its words are beside it. */
export function Gauge({ position }: { position: Pick<PositionCard, 'level' | 'scale'> }) {
  const { level, scale } = position;
  return (
    <svg
      class="gauge"
      viewBox={scale === undefined ? '0 0 82 148' : '0 0 112 148'}
      aria-hidden="true"
      data-level={level}
    >
      <rect class="plate" x="1" y="1" width="80" height="146" rx="10" />
      {level !== 'unknown' && <Sea top={waterline(position)} />}
      <g class="load">
        <circle cx="31" cy={lines.load} r="15" />
        <path d={`M7 ${lines.load}h48`} />
      </g>
      {scale !== undefined && <Ladder limits={scale.limits} />}
    </svg>
  );
}

function Sea({ top }: { top: number }) {
  return (
    <g class="sea">
      <rect x="1" y={top} width="80" height={147 - top} />
      <path class="surface" d={`M1 ${top}h80`} />
    </g>
  );
}

/** Where the levels begin, as the freeboard marks beside a load line. */
function Ladder({ limits: [watch, low, critical] }: Pick<NonNullable<PositionCard['scale']>, 'limits'>) {
  const rungs = [
    [lines.load, percent(0)],
    [lines.critical, percent(critical)],
    [lines.low, percent(low)],
    [lines.watch, percent(watch)],
  ] as const;
  return (
    <g class="ladder">
      <path d={`M62 ${lines.load}V${lines.watch}${rungs.map(([y]) => `M62 ${y}h11`).join('')}`} />
      {rungs.map(([y, text]) => (
        <text x="88" y={y + 4} key={y}>
          {text}
        </text>
      ))}
    </g>
  );
}
