import { type Answer, written } from './contract';
import type { Seen } from './observe';

/** Everything that the extension says and the contract does not, in words; empty when they agree. */
export function disagreements(seen: Seen, answer: Answer): string[] {
  const healthFactor = written(answer);
  const expected: readonly [what: string, said: string, should: string][] = [
    ['badge health factor', seen.badge.healthFactor, healthFactor],
    ['popup health factor', seen.popup.healthFactor, healthFactor],
    ['toolbar', seen.toolbar.text, onToolbar(healthFactor)],
    ['badge verdict', verdict(seen.badge.level), verdict(answer.liquidates ? 'liquidatable' : 'safe')],
    ['popup level', seen.popup.level, seen.badge.level],
  ];
  return expected
    .filter(([, said, should]) => said !== should)
    .map(([what, said, should]) => `${what} says "${said}" and should say "${should}"`);
}

/** Unknown is neither: it must not pass for "does not liquidate". */
const verdict = (level: string) =>
  level === 'liquidatable' || level === 'unknown' || level === 'none' ? level : 'not liquidatable';

/** The toolbar holds four characters: cut off, which rounds down. */
const onToolbar = (healthFactor: string) =>
  healthFactor === 'no debt' ? '' : healthFactor.slice(0, 4).replace(/\.$/, '');
