import type { Book, BookEntry } from '../../src/ui/popup/book';
import { account, type CardName, cards } from './cards';

const other = '0x19Be05a7C1d30c2bB0c8d9e5F7a6B4c3D2e1F0a9';

function watched(name: CardName, busy = false): BookEntry {
  return {
    wallet: { address: account, watched: true, seenOn: 'app.aave.com' },
    card: cards[name],
    busy,
    read: [],
  };
}
function seen(name: CardName): BookEntry {
  const card = { ...cards[name], account: other } as const;
  const positions = card.positions.map((position) => ({ ...position, key: `${position.key}:seen` }));
  return {
    wallet: { address: other, watched: false, seenOn: 'app.aave.com' },
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
  several: { wallets: [watched('several'), seen('low')], hiddenOn: ['app.morpho.org'], networks },
  seen: { wallets: [seen('low')] },
} satisfies Record<string, Book | null>;
