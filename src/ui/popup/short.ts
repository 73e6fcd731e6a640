import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Wallet } from '../../model/snapshot';

/** "0x7a3F…91c2" */
export function short(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** Whose a position is, and for one that is not watched where its address came from. */
export const ownerWords = ({ address, watched, seenOn }: Wallet): string =>
  watched || seenOn === null
    ? t('wallet.name', { address: short(address) })
    : t('wallet.nameSeen', { address: short(address), site: seenOn });
