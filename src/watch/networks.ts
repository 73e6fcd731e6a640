import { type Chain, chains } from '../chain/chains';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { OwnRpcs } from '../model/settings';
import { isSocket } from '../platform/endpoint';
import { networksItem, rpcsItem, watchedItem } from '../platform/storage';

/** The user's endpoints stand in the place of ours, which are read from where the user's only tell of new blocks. */
export function endpointsOf({ id, rpcs }: Chain, own: OwnRpcs): readonly string[] {
  const chosen = own[id] ?? rpcs;
  return chosen.every(isSocket) ? [...chosen, ...rpcs] : chosen;
}

function asked(chain: Chain, own: OwnRpcs): Chain {
  const endpoints = endpointsOf(chain, own);
  const rpcs = endpoints.filter((url) => !isSocket(url));
  return { ...chain, rpcs, sockets: endpoints.filter(isSocket) };
}

/** A network with the endpoints that are to be asked; undefined where Plimsoll does not know it. */
export async function chainNow(id: number): Promise<Chain | undefined> {
  const chain = chains.find((each) => each.id === id);
  return chain && asked(chain, await rpcsItem.getValue());
}

/** The networks to read, in the order of our list: the user's choice, or the usual ones. */
export async function enabledChains(): Promise<Chain[]> {
  const [chosen, own] = await Promise.all([networksItem.getValue(), rpcsItem.getValue()]);
  return chains
    .filter(({ id, usual }) => (chosen ? chosen.includes(id) : usual))
    .map((chain) => asked(chain, own));
}

/** Those of them on which the user wants this wallet read. */
export async function chainsOf(address: Address): Promise<Chain[]> {
  const [enabled, watched] = await Promise.all([enabledChains(), watchedItem.getValue()]);
  const wallet = watched.find((each) => each.address.toLowerCase() === address.toLowerCase());
  return enabled.filter(({ id }) => wallet?.chains?.includes(id) ?? true);
}

/** @throws in the user's words where none would be left or the chain is not known */
export async function setNetwork(id: number, on: boolean): Promise<void> {
  if (!chains.some((chain) => chain.id === id)) throw new Error(t('chain.unknown', { id }));
  const usual = chains.filter((chain) => chain.usual).map((chain) => chain.id);
  await networksItem.update((chosen) => {
    const enabled = chosen ?? usual;
    const next = on ? [...new Set([...enabled, id])] : enabled.filter((each) => each !== id);
    if (next.length === 0) throw new Error(t('networks.last'));
    return next;
  });
}
