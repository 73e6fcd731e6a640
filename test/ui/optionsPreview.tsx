import { render } from 'preact';
import type { NetworkChoice, OptionsBook, OptionsHandlers } from '../../src/ui/options/book';
import { Options } from '../../src/ui/options/Options';
import { minedAt } from './cards';
import { optionsBooks } from './optionsBooks';

/** Stands in for the extension: what is changed is shown changed, until the page is left. */
export function optionsPreview(root: HTMLElement) {
  let book: OptionsBook | null = null;
  const draw = () => render(<Options book={book} handlers={handlers} />, root);
  const change = async (to: (book: OptionsBook) => Partial<OptionsBook>) => {
    if (book) book = { ...book, ...to(book) };
    draw();
  };
  const network = (id: number, to: (each: NetworkChoice) => Partial<NetworkChoice>) =>
    change(({ networks }) => ({
      networks: networks.map((each) => (each.id === id ? { ...each, ...to(each) } : each)),
    }));
  const handlers: OptionsHandlers = {
    watch: (address) =>
      change(({ wallets }) => ({
        wallets: [...wallets, { address, watched: true, seenOn: null, label: '', chains: null }],
      })),
    unwatch: (address) =>
      change(({ wallets }) => ({ wallets: wallets.filter((each) => each.address !== address) })),
    wallet: ({ address, ...to }) =>
      change(({ wallets }) => ({
        wallets: wallets.map((each) => (each.address === address ? { ...each, ...to } : each)),
      })),
    network: (id, on) => network(id, () => ({ on })),
    addRpc: ({ id }, url) =>
      url.includes('refused')
        ? Promise.reject(new Error('The browser does not let Plimsoll reach it.'))
        : network(id, ({ rpcs }) => ({ rpcs: [url, ...rpcs] })),
    rpcs: ({ id }, urls) => network(id, ({ usual }) => ({ rpcs: urls ?? usual })),
    testRpc: async (url) => {
      if (url.includes('publicnode')) return { ms: 120, chainId: 1, timestamp: minedAt };
      if (url.includes('drpc')) return { ms: 95, chainId: 137, timestamp: minedAt };
      return { reason: 'it cannot be reached' };
    },
    verify: (verify) => change(() => ({ verify })),
    choices: (to) => change(({ choices }) => ({ choices: { ...choices, ...to } })),
    testAlert: async () => undefined,
    scheme: (scheme) => change(() => ({ scheme })),
    badge: (host, on) =>
      change(({ hiddenOn }) => ({
        hiddenOn: on ? hiddenOn.filter((each) => each !== host) : [...hiddenOn, host],
      })),
    addSite: (host) => change(({ ownSites }) => ({ ownSites: [...ownSites, host] })),
    removeSite: (host) => change(({ ownSites }) => ({ ownSites: ownSites.filter((each) => each !== host) })),
    save: async () => undefined,
    plan: async (text) => {
      if (!text.startsWith('{')) throw new Error('This file is not one that Plimsoll has saved.');
      return { changes: ['Watched wallets: 2 more', 'Colours: as in the file'], run: async () => undefined };
    },
    reset: () => change(() => optionsBooks.optionsFirst ?? {}),
  };
  return (name: string) => {
    book = optionsBooks[name] ?? null;
    render(null, root);
    draw();
  };
}
