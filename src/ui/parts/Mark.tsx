import type { Level } from '../../model/risk';

/** The load line: a circle crossed by a line. The water inside rises with the risk and stands above the line once it is too late. */
export function Mark({ level }: { level: Level }) {
  return (
    <svg class="mark" viewBox="0 0 32 32" data-level={level} aria-hidden="true">
      <g class="hull">
        <rect class="water" x="4" y="6" width="24" height="20" />
      </g>
      <circle cx="16" cy="16" r="10" />
      <path d="M1.5 16h29" />
    </svg>
  );
}
