import { t } from '../../i18n/t';
import { dollarPrices } from '../../risk/factors';
import { current } from '../../view/age';
import { loanCards } from '../../view/loanCard';
import { noForms, readingsOf } from '../forms/forms';
import { Mark } from '../parts/Mark';
import { Troubles } from '../parts/Troubles';
import { AddressField } from './AddressField';
import { Alerts } from './Alerts';
import { alertsFor, type Book, type Handlers, positionIn, positionsOf } from './book';
import { Empty, Example } from './Empty';
import { later } from './Later';
import { Nav } from './Nav';
import { Positions } from './Positions';
import { useRoute } from './route';
import { Summary } from './Summary';
import { useNow } from './useNow';
import { Wallets } from './Wallets';

const PositionScreen = later(async () => (await import('../position/PositionScreen')).PositionScreen);
const FormScreen = later(async () => (await import('../forms/FormScreen')).FormScreen);

/** The same page in a tab has room for two columns. */
const inTab = new URLSearchParams(location.search).has('tab');

export interface PopupProps {
  /** Null while it is being read from storage. */
  readonly book: Book | null;
  readonly handlers: Handlers;
}

/** The popup over what it is given: it asks nobody itself. */
export function Popup({ book, handlers }: PopupProps) {
  const now = useNow();
  const route = useRoute();
  return (
    <main class={inTab ? 'popup wide' : 'popup'}>
      <header class="masthead">
        <Mark level="watch" />
        <h1>Plimsoll</h1>
        <small>{t('popup.motto')}</small>
        <a class="larger" href="/options.html" target="_blank" rel="noreferrer">
          {t('options.title')}
        </a>
        {!inTab && (
          <a class="larger" href="?tab" target="_blank" rel="noreferrer">
            {t('popup.tab')}
          </a>
        )}
      </header>
      <Nav route={route} />
      <Troubles of={book?.troubles ?? []} />
      {book === null ? (
        <p class="sheet waiting" role="status">
          {t('loading')}
        </p>
      ) : route.screen === 'calculator' || route.screen === 'lenders' ? (
        <FormScreen screen={route.screen} {...formsOf(book, handlers, now)} />
      ) : route.screen === 'position' ? (
        <PositionScreen
          {...positionIn(book, route.key)}
          alerts={alertsFor(book, handlers)}
          levels={book.choices}
          ask={handlers.dues}
          now={now}
        />
      ) : (
        <Contents book={book} handlers={handlers} now={now} />
      )}
    </main>
  );
}

const formsOf = (book: Book, { forms: keep }: Handlers, now: number) => ({
  forms: book.forms ?? noForms,
  keep,
  readings: readingsOf(book),
  now,
  levels: book.choices,
});

function Contents({ book: stored, handlers, now }: { book: Book; handlers: Handlers; now: number }) {
  const wallets = stored.wallets.map((entry) => ({ ...entry, card: current(entry.card, now) }));
  const book = { ...stored, wallets };
  const empty = wallets.length === 0;
  const placed = positionsOf(book);
  const loans = loanCards(stored.forms?.loans ?? [], dollarPrices(readingsOf(stored)), now, stored.choices);
  return (
    <>
      {empty && <Empty />}
      <Summary placed={placed} now={now} />
      <Positions placed={placed} loans={loans.map(({ card }) => card)} now={now} refresh={handlers.refresh} />
      {wallets.some(({ wallet }) => wallet.watched) && <Alerts history={stored.history ?? []} now={now} />}
      <Wallets book={book} handlers={handlers} />
      <AddressField watch={handlers.watch} />
      {empty && <Example />}
    </>
  );
}
