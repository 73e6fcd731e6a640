import { render } from 'preact';
import type { BadgePlace, Scheme } from '../../src/model/settings';
import { mountBadge } from '../../src/ui/badge/mount';
import { noForms } from '../../src/ui/forms/forms';
import type { Book } from '../../src/ui/popup/book';
import { Popup } from '../../src/ui/popup/Popup';
import { spoken } from '../../src/ui/spoken';
import { alertKeeper } from './alertKeeper';
import { books } from './books';
import { type CardName, cards, minedAt } from './cards';
import { askDues } from './dues';
import { formBooks, formHash } from './formBooks';
import { formKeeper } from './formKeeper';
import { optionsBooks } from './optionsBooks';
import { optionsPreview } from './optionsPreview';
import { positionBooks } from './positionBooks';
import { positionHash } from './positionNames';

interface Preview {
  /** What the badge has told about its place. */
  readonly places: BadgePlace[];
  show(name: string, place?: Partial<BadgePlace>): void;
  remove(): void;
}

declare global {
  interface Window {
    /** What the specs may touch. */
    preview: Preview;
  }
}

const allBooks: Record<string, Book | null> = { ...books, ...positionBooks, ...formBooks };

const query = new URLSearchParams(location.search);
spoken(document.documentElement);
if (query.has('dir')) document.documentElement.dir = query.get('dir') ?? '';
Date.now = () => (minedAt + 12) * 1000;

const root = document.createElement('div');
document.body.append(root);
const badge = query.get('badge');
const popup = query.get('popup');
const options = query.get('options');

if (badge !== null) {
  window.preview = badgePreview();
  window.preview.show(badge, query.has('folded') ? { folded: true } : undefined);
} else if (popup !== null) {
  void styled([import('../../src/ui/popup/popup.css')], () => popupPreview(), popup);
} else if (options !== null) {
  const styles = [import('../../src/ui/popup/popup.css'), import('../../src/ui/options/options.css')];
  const preview = () => ({ places: [], show: optionsPreview(root), remove: () => render(null, root) });
  void styled(styles, preview, options);
} else showList();

/** Not awaited at the top: a style's chunk may import this very module, and would wait for it. */
async function styled(styles: readonly Promise<unknown>[], preview: () => Preview, name: string) {
  await Promise.all(styles);
  window.preview = preview();
  window.preview.show(name);
}

function badgePreview(): Preview {
  const places: BadgePlace[] = [];
  const mounted = mountBadge(document, { place: (place) => places.push(place) });
  const usual: BadgePlace = { right: 16, bottom: 88, folded: false, hidden: false };
  return {
    places,
    show: (name, place) =>
      mounted.update({
        card: cards[name as CardName],
        place: place ? { ...usual, ...place } : null,
        scheme: query.get('scheme') as Scheme,
      }),
    remove: () => mounted.remove(),
  };
}

function popupPreview(): Preview {
  const done = () => new Promise<void>((resolve) => setTimeout(resolve, 300));
  const fails = () => Promise.reject(new Error('None of the 2 RPCs answers.'));
  const handlers = {
    refresh: query.has('fails') ? fails : done,
    watch: done,
    unwatch: done,
    dues: askDues(query.get('dues'), () => shown),
  };
  let chosen: Pick<Book, 'choices' | 'snoozes'> = {};
  let shown: Book | null = null;
  function show(name: string) {
    const book = allBooks[name] ?? null;
    shown = book;
    const alerts = alertKeeper({ ...book, ...chosen }, (to) => {
      chosen = to;
      show(name);
    });
    const forms = formKeeper(name, book?.forms ?? noForms, () => show(name));
    render(
      <Popup
        key={name}
        book={book && { ...book, ...chosen, forms: forms.read() }}
        handlers={{ ...handlers, ...alerts, forms: forms.handlers }}
      />,
      root,
    );
  }
  return {
    places: [],
    show,
    remove: () => render(null, root),
  };
}

function showList() {
  const links = [
    ...Object.keys(cards).map((name) => `?badge=${name}`),
    ...Object.keys(books).map((name) => `?popup=${name}`),
    ...Object.keys(positionBooks).map((name) => `?popup=${name}${positionHash}`),
    ...Object.keys(optionsBooks).map((name) => `?options=${name}`),
    ...Object.keys(formBooks).map((name) => `?popup=${name}${formHash(name)}`),
  ];
  render(
    <main>
      <h1>Previews, made by hand</h1>
      <ul>
        {links.map((link) => (
          <li key={link}>
            <a href={link}>{link}</a>
          </li>
        ))}
      </ul>
    </main>,
    root,
  );
}
