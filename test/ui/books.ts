import type { Notice } from '../../src/model/alert';
import type { Book, BookEntry } from '../../src/ui/popup/book';
import { account, type CardName, cards, minedAt } from './cards';

export const other = '0x19Be05a7C1d30c2bB0c8d9e5F7a6B4c3D2e1F0a9';

function watched(name: CardName, busy = false): BookEntry {
  return {
    wallet: { address: account, watched: true, seenOn: 'app.aave.com', label: '', chains: null },
    card: cards[name],
    busy,
    read: [],
  };
}
function seen(name: CardName): BookEntry {
  const card = { ...cards[name], account: other } as const;
  const positions = card.positions.map((position) => ({ ...position, key: `${position.key}:seen` }));
  return {
    wallet: { address: other, watched: false, seenOn: 'app.aave.com', label: '', chains: null },
    card: { ...card, positions },
    busy: false,
    read: [],
  };
}

const one = (name: CardName, busy = false): Book => ({ wallets: [watched(name, busy)] });

const networks = [
  { id: 1, name: 'Ethereum', on: true },
  { id: 59144, name: 'Linea', on: false },
];

const history: readonly Notice[] = [
  {
    id: 'one',
    level: 'critical',
    title: 'Critical: Aave v3 Core · Ethereum',
    message:
      'Health factor 1.043, −4.1% left, liquidated at ETH $2,901. Repay 2,640 USDC or add 1.08 ETH to be back at 20%. Wallet 0xd8dA…6045.',
    at: minedAt - 3600,
  },
];

export const books = {
  loading: null,
  empty: { wallets: [] },
  safe: one('safe'),
  watch: one('watch'),
  low: one('low'),
  critical: one('critical'),
  liquidatable: one('liquidatable'),
  unknown: one('unknown'),
  expired: one('expired'),
  stale: one('stale'),
  partial: one('partial'),
  noDebt: one('noDebt'),
  nothing: one('nothing'),
  busy: one('watch', true),
  several: { wallets: [watched('several'), seen('low')], networks, history },
  seen: { wallets: [seen('low')] },
  muted: { wallets: [watched('watch')], troubles: ['muted'] },
} satisfies Record<string, Book | null>;
