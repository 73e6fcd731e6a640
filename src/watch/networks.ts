import { type Chain, chains } from '../chain/chains';
import { t } from '../i18n/t';
import { networksItem } from '../platform/storage';

/** The networks to read, in the order of our list: the user's choice, or the usual ones. */
export async function enabledChains(): Promise<Chain[]> {
  const chosen = await networksItem.getValue();
  return chains.filter(({ id, usual }) => (chosen ? chosen.includes(id) : usual));
}

/** @throws in the user's words where none would be left or the chain is not known */
export async function setNetwork(id: number, on: boolean): Promise<void> {
  const enabled = (await enabledChains()).map((chain) => chain.id);
  if (!chains.some((chain) => chain.id === id)) throw new Error(t('chain.unknown', { id }));
  const next = on ? [...new Set([...enabled, id])] : enabled.filter((each) => each !== id);
  if (next.length === 0) throw new Error(t('networks.last'));
  await networksItem.setValue(next);
}
