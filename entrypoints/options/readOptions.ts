import { chains } from '../../src/chain/chains';
import { lendingHosts } from '../../src/page/hosts';
import {
  alertChoicesItem,
  hiddenHosts,
  rpcsItem,
  schemeItem,
  sitesItem,
  verifyItem,
  watchedItem,
} from '../../src/platform/storage';
import { troublesNow } from '../../src/platform/troubles';
import { usualChoices } from '../../src/risk/choices';
import type { OptionsBook } from '../../src/ui/options/book';
import { enabledChains, endpointsOf } from '../../src/watch/networks';
import { periodOf } from '../../src/watch/period';

const MINUTES_A_DAY = 1440;
const perDay = (level: 'safe' | 'critical') => MINUTES_A_DAY / (periodOf(level) ?? MINUTES_A_DAY);

/** What is kept, as the options show it. */
export async function readOptions(): Promise<OptionsBook> {
  const [wallets, enabled, own, verify, choices, scheme, ownSites, hiddenOn] = await Promise.all([
    watchedItem.getValue(),
    enabledChains(),
    rpcsItem.getValue(),
    verifyItem.getValue(),
    alertChoicesItem.getValue(),
    schemeItem.getValue(),
    sitesItem.getValue(),
    hiddenHosts(),
  ]);
  const networks = chains.map((listed) => ({
    id: listed.id,
    name: listed.name,
    on: enabled.some(({ id }) => id === listed.id),
    rpcs: endpointsOf(listed, own),
    usual: listed.rpcs,
  }));
  return {
    wallets,
    networks,
    verify,
    perDay: { calm: perDay('safe'), tense: perDay('critical') },
    choices: choices ?? usualChoices,
    scheme,
    sites: lendingHosts,
    ownSites,
    hiddenOn,
    troubles: await troublesNow(),
  };
}
