import type { Address } from '../model/asset';

const form = /^0x[0-9a-f]{40}$/i;

/** Lower-cased, so that one account has one spelling; null for anything that is not an address. */
export const parseAddress = (value: unknown): Address | null =>
  typeof value === 'string' && form.test(value) ? (value.toLowerCase() as Address) : null;

/** From "0x1", "1" or 1; null for anything else. EIP-2294 keeps chain ids below 2^52. */
export const parseChainId = (value: unknown): number | null => {
  const known =
    typeof value === 'number' || (typeof value === 'string' && /^(0x[0-9a-f]{1,13}|\d{1,15})$/i.test(value));
  const id = known ? Number(value) : Number.NaN;
  return Number.isSafeInteger(id) && id > 0 ? id : null;
};
