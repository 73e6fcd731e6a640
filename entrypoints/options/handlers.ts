import { t } from '../../src/i18n/t';
import { clear } from '../../src/platform/area';
import { sendMessage } from '../../src/platform/messages';
import { askToReach } from '../../src/platform/permissions';
import { alertChoicesItem, placeItem, rpcsItem, schemeItem, verifyItem } from '../../src/platform/storage';
import { usualChoices } from '../../src/risk/choices';
import { defaultPlace } from '../../src/ui/badge/place';
import type { NetworkChoice, OptionsHandlers } from '../../src/ui/options/book';
import { verdict } from '../../src/view/endpointWords';
import { fileText, planOf } from './file';
import { giveUp } from './giveUp';
import { saveFile } from './saveFile';
import { addSite, removeAllSites, removeSite } from './sites';

const reread = () => sendMessage('reread');

async function setRpcs({ id, usual, rpcs: before }: NetworkChoice, urls: readonly string[] | null) {
  await rpcsItem.update(({ [id]: _, ...others }) =>
    urls === null || urls.join() === usual.join() ? others : { ...others, [id]: urls },
  );
  for (const url of before) await giveUp(url);
}

export const handlers: OptionsHandlers = {
  watch: (address) => sendMessage('watch', address),
  unwatch: (address) => sendMessage('unwatch', address),
  wallet: (change) => sendMessage('wallet', change),
  network: (id, on) => sendMessage('network', { id, on }),
  testRpc: (url) => sendMessage('testRpc', url),
  testAlert: () => sendMessage('testAlert'),
  async addRpc(network, url) {
    // First of all, because the browser listens to a click only for a moment.
    if (!(await askToReach([url]))) throw new Error(t('options.networks.refused'));
    const answer = await sendMessage('testRpc', url);
    if ('chainId' in answer && answer.chainId !== network.id) {
      await giveUp(url);
      throw new Error(verdict(answer, network, Date.now()).text);
    }
    await setRpcs(network, [url, ...network.rpcs]);
    await reread();
  },
  async rpcs(network, urls) {
    await setRpcs(network, urls);
    await reread();
  },
  verify: (on) => verifyItem.setValue(on),
  choices: (change) => alertChoicesItem.update((kept) => ({ ...(kept ?? usualChoices), ...change })),
  scheme: (to) => schemeItem.setValue(to),
  async badge(host, on) {
    await placeItem(host).update((place) => ({ ...(place ?? defaultPlace), hidden: !on }));
  },
  addSite,
  removeSite,
  async save() {
    saveFile(await fileText(new Date()), `plimsoll-${new Date().toISOString().slice(0, 10)}.json`);
  },
  async plan(text) {
    const { changes, endpoints, run } = await planOf(text);
    return {
      changes,
      async run() {
        // An endpoint that the user refuses here is brought back all the same: many answer without.
        await askToReach(endpoints).catch(() => false);
        await run();
        await reread();
      },
    };
  },
  async reset() {
    const own = Object.values(await rpcsItem.getValue()).flat();
    await removeAllSites();
    await clear();
    for (const url of own) await giveUp(url);
    await reread();
  },
};
