import { chains } from '../../src/chain/chains';
import { lendingHosts } from '../../src/page/hosts';
import {
  alertChoicesItem,
  hiddenHosts,
  schemeItem,
  sitesItem,
  verifyItem,
  watchedItem,
} from '../../src/platform/storage';
import { troublesNow } from '../../src/platform/troubles';
import { usualChoices } from '../../src/risk/choices';
import type { OptionsBook } from '../../src/ui/options/book';
import { chainNow, enabledChains } from '../../src/watch/networks';
import { periodOf } from '../../src/watch/period';

const MINUTES_A_DAY = 1440;
const perDay = (level: 'safe' | 'critical') => MINUTES_A_DAY / (periodOf(level) ?? MINUTES_A_DAY);

/** What is kept, as the options show it. */
export async function readOptions(): Promise<OptionsBook> {
  const [wallets, enabled, verify, choices, scheme, ownSites, hiddenOn] = await Promise.all([
    watchedItem.getValue(),
    enabledChains(),
    verifyItem.getValue(),
    alertChoicesItem.getValue(),
    schemeItem.getValue(),
    sitesItem.getValue(),
    hiddenHosts(),
  ]);
  const networks = chains.map(async ({ id, name, rpcs: usual }) => ({
    id,
    name,
    on: enabled.some((chain) => chain.id === id),
    rpcs: (await chainNow(id))?.rpcs ?? usual,
    usual,
  }));
  return {
    wallets,
    networks: await Promise.all(networks),
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
