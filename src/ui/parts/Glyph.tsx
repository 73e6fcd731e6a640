import type { Level } from '../../model/risk';

/** A shape for each level, so that no level is told by its colour alone. The sign is cut out of it; Unknown is hollow. */
const shapes: Readonly<Record<Level, readonly [shape: string, sign: string]>> = {
  safe: ['M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z', 'M4.9 8.2 7.1 10.4 11.2 6'],
  watch: ['M8 .4 15.6 8 8 15.6.4 8Z', 'M8 4.8v3.8M8 11.1v.1'],
  low: ['M.6 2h14.8L8 15.2Z', 'M8 4.6v3.6M8 10.6v.1'],
  critical: ['M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z', 'M8 4v4.4M8 11.6v.1'],
  liquidatable: ['M1.2 1.2h13.6v13.6H1.2Z', 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6'],
  unknown: ['M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z', 'M6 6.3a2 2 0 1 1 2 2.4v.3M8 11.8v.1'],
};

export function Glyph({ level }: { level: Level }) {
  const [shape, sign] = shapes[level];
  return (
    <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">
      <path class="shape" d={shape} />
      <path class="sign" d={sign} />
    </svg>
  );
}
