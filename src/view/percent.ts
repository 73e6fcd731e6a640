import { Exact } from '../risk/value';

/** "40" for the share "0.4". */
export const percentOf = (share: string): string => new Exact(share).mul(100).toFixed();

/** The share that a typed percentage is, from 0 up to but not 100; null where it is none. */
export function shareOf(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,2}(\.\d{1,2})?$/.test(text) ? new Exact(text).div(100).toFixed() : null;
}
