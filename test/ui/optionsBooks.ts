import { chains } from '../../src/chain/chains';
import { lendingHosts } from '../../src/page/hosts';
import { usualChoices } from '../../src/risk/choices';
import type { OptionsBook } from '../../src/ui/options/book';
import { other } from './books';
import { account } from './cards';

const networks = chains.map(({ id, name, usual, rpcs }) => ({ id, name, on: usual, rpcs, usual: rpcs }));

const first: OptionsBook = {
  wallets: [],
  networks,
  verify: true,
  perDay: { calm: 288, tense: 2880 },
  choices: usualChoices,
  scheme: null,
  sites: lendingHosts,
  ownSites: [],
  hiddenOn: [],
  troubles: [],
};

/** The settings as they are at first, as somebody has them who has changed everything, and in every trouble. */
export const optionsBooks: Readonly<Record<string, OptionsBook | null>> = {
  optionsLoading: null,
  optionsFirst: first,
  optionsOwn: {
    ...first,
    wallets: [
      { address: account, watched: true, seenOn: null, label: 'Main', chains: null },
      { address: other, watched: true, seenOn: 'app.aave.com', label: '', chains: [1, 8453] },
    ],
    networks: networks.map((network) =>
      network.id === 1
        ? {
            ...network,
            rpcs: ['http://127.0.0.1:8545/', 'https://rpc.example.org/v2/0123456789abcdef', ...network.usual],
          }
        : network,
    ),
    verify: false,
    choices: {
      ...usualChoices,
      levels: { ...usualChoices.levels, volatile: ['0.5', '0.3', '0.125'] },
      quiet: { from: '22:00', to: '07:00' },
      oracles: false,
    },
    scheme: 'dark',
    ownSites: ['lend.example.org'],
    hiddenOn: ['app.morpho.org'],
  },
  optionsTrouble: {
    ...first,
    choices: { ...usualChoices, fastDrop: null },
    troubles: ['memory', 'newer', 'muted'],
  },
};
