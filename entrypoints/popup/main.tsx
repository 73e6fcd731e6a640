import { render } from 'preact';
import { sendMessage } from '../../src/platform/messages';
import { alertChoicesItem, onChange, snoozesItem } from '../../src/platform/storage';
import { usualChoices } from '../../src/risk/choices';
import type { Book, Handlers } from '../../src/ui/popup/book';
import { Popup } from '../../src/ui/popup/Popup';
import { spoken } from '../../src/ui/spoken';
import { formHandlers } from './forms';
import { readBook } from './readBook';
import '../../src/ui/popup/popup.css';

const handlers: Handlers = {
  refresh: (address) => sendMessage('refresh', address),
  watch: (address) => sendMessage('watch', address),
  unwatch: (address) => sendMessage('unwatch', address),
  levels: (key, limits) =>
    alertChoicesItem.update((kept) => {
      const { [key]: _, ...others } = (kept ?? usualChoices).ownLevels;
      return { ...(kept ?? usualChoices), ownLevels: limits ? { ...others, [key]: limits } : others };
    }),
  snooze: (key, until) =>
    snoozesItem.update(({ [key]: _, ...others }) => (until === null ? others : { ...others, [key]: until })),
  dues: (of) => sendMessage('dues', of),
  forms: formHandlers,
};

const root = document.querySelector('#root');

function show(book: Book | null): void {
  if (book !== null) document.documentElement.style.colorScheme = book.scheme ?? '';
  if (root !== null) render(<Popup book={book} handlers={handlers} />, root);
}

async function read(): Promise<void> {
  show(await readBook(Date.now()));
}

/** Older than this, what is kept is shown and read anew. */
const OLD_S = 60;

/** A calm wallet is read every few minutes only, and who opens the popup wants to know how it is now. */
async function refreshOld(): Promise<void> {
  const { wallets } = await readBook(Date.now());
  for (const { wallet, card } of wallets) {
    const age = Date.now() / 1000 - (card.freshness?.timestamp ?? 0);
    // A failure is kept beside the figures, and shown from there.
    if (wallet.watched && age > OLD_S) await sendMessage('refresh', wallet.address).catch(() => undefined);
  }
}

spoken(document.documentElement);
show(null);
onChange(() => void read());
void read();
void refreshOld();
