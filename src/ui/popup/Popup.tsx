import { current } from '../../view/age';
import { Mark } from '../parts/Mark';
import { AddressField } from './AddressField';
import { type Book, type Handlers, positionsOf } from './book';
import { Empty, Example } from './Empty';
import { HiddenSites } from './HiddenSites';
import { Networks } from './Networks';
import { Positions } from './Positions';
import { useNow } from './useNow';
import { Wallets } from './Wallets';

export interface PopupProps {
  /** Null while it is being read from storage. */
  readonly book: Book | null;
  readonly handlers: Handlers;
}

/** The popup over what it is given: it asks nobody itself. */
export function Popup({ book, handlers }: PopupProps) {
  const now = useNow();
  return (
    <main class="popup">
      <header class="masthead">
        <Mark level="watch" />
        <h1>Plimsoll</h1>
        <small>Reads, never signs</small>
      </header>
      {book === null ? (
        <p class="sheet waiting" role="status">
          Loading…
        </p>
      ) : (
        <Contents book={book} handlers={handlers} now={now} />
      )}
    </main>
  );
}

function Contents({ book: stored, handlers, now }: { book: Book; handlers: Handlers; now: number }) {
  const wallets = stored.wallets.map((entry) => ({ ...entry, card: current(entry.card, now) }));
  const book = { ...stored, wallets };
  const { hiddenOn = [], networks = [] } = stored;
  const empty = wallets.length === 0;
  return (
    <>
      {empty && <Empty />}
      <Positions placed={positionsOf(book)} now={now} refresh={handlers.refresh} />
      <Wallets book={book} handlers={handlers} />
      <AddressField watch={handlers.watch} />
      {networks.length > 0 && handlers.network !== undefined && (
        <Networks networks={networks} set={handlers.network} />
      )}
      {empty && <Example />}
      {hiddenOn.length > 0 && handlers.unhide !== undefined && (
        <HiddenSites sites={hiddenOn} unhide={handlers.unhide} />
      )}
    </>
  );
}
