import type { NoFallReason, Ranked } from '../model/outlook';
import { formatMove } from './format';

const reasons: Readonly<Record<NoFallReason, string>> = {
  'no debt': 'No debt.',
  'only a rise': 'A fall does not liquidate it, a rise does.',
  'not known': 'Not known: gains and losses cancel out.',
  'moves together': 'Collateral and debt move together.',
  'safe at every price': 'No fall liquidates it.',
};

/** "at −38.2%", or why no fall does it. */
export function fallWords({ fall, reason }: Ranked): string {
  if (fall === null) return reason ? reasons[reason] : reasons['not known'];
  return fall === '0' ? 'can be liquidated now' : `at ${formatMove(fall)}`;
}
