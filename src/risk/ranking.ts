import type { NoFallReason, Ranked } from '../model/outlook';
import type { Position } from '../model/position';
import { marketMove } from './together';

/** Which of several positions, on whatever chains, a common fall of all volatile assets breaks first. */
export function ranking(positions: readonly Position[]): Ranked[] {
  return positions
    .map(rank)
    .sort((a, b) => Number(b.fall ?? -1) - Number(a.fall ?? -1) || order(a) - order(b));
}

/** Those that no fall liquidates, the least certain first. */
const REASONS: readonly NoFallReason[] = [
  'not known',
  'only a rise',
  'moves together',
  'safe at every price',
  'no debt',
];

const order = ({ reason }: Ranked): number => (reason === null ? -1 : REASONS.indexOf(reason));

function rank(position: Position, index: number): Ranked {
  const last = (reason: NoFallReason): Ranked => ({ index, fall: null, reason });
  const { direction, move, reason } = marketMove(position);
  if (reason === 'already liquidatable') return { index, fall: '0', reason: null };
  if (position.debt.every(({ amount }) => amount === '0')) return last('no debt');
  if (direction === 'below') return { index, fall: move, reason: null };
  if (direction === 'above') return last('only a rise');
  if (reason === 'moves together' || reason === 'safe at every price') return last(reason);
  return last('not known');
}
