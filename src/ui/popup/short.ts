import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Wallet } from '../../model/snapshot';

/** "0x7a3F…91c2" */
export function short(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** What the user calls it, or its address. */
export const nameOf = ({ label, address }: Wallet): string => label || short(address);

/** Whose a position is, and for one that is not watched where its address came from. */
export function ownerWords(wallet: Wallet): string {
  const name = nameOf(wallet);
  return wallet.watched || wallet.seenOn === null
    ? t('wallet.name', { name })
    : t('wallet.nameSeen', { name, site: wallet.seenOn });
}
