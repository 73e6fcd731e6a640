import type { Position } from '../../model/position';
import type { Draft, Tried } from '../../view/whatIf';

/** What every part of the what-if is given. */
export interface Drafting {
  readonly position: Position;
  readonly draft: Draft;
  readonly says: Tried['says'];
  set(draft: Draft): void;
}
