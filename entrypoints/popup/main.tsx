import { render } from 'preact';
import { sendMessage } from '../../src/platform/messages';
import { onChange, placeItem, schemeItem } from '../../src/platform/storage';
import type { Book, Handlers } from '../../src/ui/popup/book';
import { Popup } from '../../src/ui/popup/Popup';
import { formHandlers } from './forms';
import { readBook } from './readBook';
import '../../src/ui/popup/popup.css';

const handlers: Handlers = {
  refresh: (address) => sendMessage('refresh', address),
  watch: (address) => sendMessage('watch', address),
  unwatch: (address) => sendMessage('unwatch', address),
  network: (id, on) => sendMessage('network', { id, on }),
  dues: (of) => sendMessage('dues', of),
  scheme: (to) => schemeItem.setValue(to),
  forms: formHandlers,
  async unhide(host) {
    const place = await placeItem(host).getValue();
    if (place !== null) await placeItem(host).setValue({ ...place, hidden: false });
  },
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

show(null);
onChange(() => void read());
void read();
void refreshOld();
