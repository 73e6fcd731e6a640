import type { Address } from '../../model/asset';
import type { Wallet } from '../../model/snapshot';

/** "0x7a3F…91c2" */
export function short(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** What the user calls it, or its address. */
export const nameOf = ({ label, address }: Wallet): string => label || short(address);
