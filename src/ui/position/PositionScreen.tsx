import type { Placed, ReadPosition } from '../popup/book';

interface Props {
  readonly placed: Placed | null;
  readonly read: ReadPosition | null;
  readonly now: number;
}

/** One position: what to do about it, what would happen if, and where every figure comes from. */
export function PositionScreen({ placed }: Props) {
  return <section class="sheet">{placed?.position.title}</section>;
}
