import { t } from '../../i18n/t';
import type { Book, Handlers } from './book';
import { WalletRow } from './WalletRow';

interface Props {
  readonly book: Book;
  readonly handlers: Handlers;
}

/** The wallets that are watched, then those that a page has shown us. */
export function Wallets({ book, handlers }: Props) {
  const watched = book.wallets.filter(({ wallet }) => wallet.watched);
  const seen = book.wallets.filter(({ wallet }) => !wallet.watched);
  const rows = (entries: typeof watched) =>
    entries.map((entry) => (
      <WalletRow key={entry.wallet.address} entry={entry} watch={handlers.watch} unwatch={handlers.unwatch} />
    ));
  return (
    <>
      {watched.length > 0 && (
        <section class="sheet">
          <h2>{t('wallets.watched')}</h2>
          <ul>{rows(watched)}</ul>
        </section>
      )}
      {seen.length > 0 && (
        <section class="sheet">
          <h2>{t('wallets.seen')}</h2>
          <p class="hint">{t('wallets.hint')}</p>
          <ul>{rows(seen)}</ul>
        </section>
      )}
    </>
  );
}
