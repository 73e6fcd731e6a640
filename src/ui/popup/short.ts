import type { Address } from '../../model/asset';

/** "0x7a3F…91c2" */
export function short(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
