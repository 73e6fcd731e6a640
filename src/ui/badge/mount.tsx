import { render } from 'preact';
import type { Level } from '../../model/risk';
import type { BadgePlace } from '../../model/settings';
import type { PageView } from '../../platform/messages';
import { current } from '../../view/age';
import theme from '../theme.css?inline';
import { arrange } from './arrange';
import { BadgeCard } from './BadgeCard';
import style from './badge.css?inline';
import { draggable } from './drag';
import { guard } from './guard';
import { Pill } from './Pill';
import { defaultPlace, inside, nudged, samePlace } from './place';
import { shadow } from './shadow';

export interface Badge {
  update(view: PageView): void;
  remove(): void;
}

/** Milliseconds between two looks at the clock. */
const TICK = 5000;

/**
 * The badge on a page: one host element with a closed shadow root and nothing telling outside of it.
 * Shows nothing before the first update. Where the user puts it is told to `on.place`.
 */
export function mountBadge(document: Document, on: { place(place: BadgePlace): void }): Badge {
  const window = document.defaultView ?? globalThis.window;
  const { host, frame, dock, panel, live } = shadow(document, theme + style);

  let view: PageView | null = null;
  /** The user's own choice, until the worker tells it back: an older one may still be on its way here. */
  let chosen: BadgePlace | null = null;
  let open = false;
  let announced: Level | null = null;

  const place = () => chosen ?? view?.place ?? defaultPlace;
  const size = () => ({ width: window.innerWidth, height: window.innerHeight });

  function draw(): void {
    const { folded, hidden } = place();
    const now = Date.now();
    const card = view === null || hidden ? null : current(view.card, now);
    render(card && <Pill {...{ card, now, folded, open }} onToggle={() => turn(!open)} />, dock);
    render(
      card && open && (
        <BadgeCard
          {...{ card, now, folded }}
          onClose={() => turn(false)}
          onFold={() => put({ ...place(), folded: !folded })}
          onHide={hide}
        />
      ),
      panel,
    );
    arrange(dock, panel.querySelector<HTMLElement>('.card'), place(), size());
    if (card === null) return;
    if (announced !== null && announced !== card.level) live.textContent = card.sentence;
    announced = card.level;
  }

  function turn(to: boolean): void {
    open = to;
    draw();
    if (!open) dock.querySelector('button')?.focus();
  }

  function hide(): void {
    open = false;
    put({ ...place(), hidden: true });
  }

  function move(to: BadgePlace): void {
    chosen = inside(to, size(), dock.getBoundingClientRect());
    draw();
  }

  function put(to: BadgePlace): void {
    move(to);
    on.place(place());
  }

  function keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && open) turn(false);
    const to = dock.contains(event.target as Node) ? nudged(place(), event.key, event.shiftKey) : null;
    if (to === null) return;
    event.preventDefault();
    put(to);
  }

  let from = defaultPlace;
  draggable(dock, {
    start() {
      from = inside(place(), size(), dock.getBoundingClientRect());
    },
    move: (x, y) => move({ ...from, right: from.right - x, bottom: from.bottom - y }),
    end: () => on.place(place()),
  });
  dock.addEventListener('keydown', keyed);
  panel.addEventListener('keydown', keyed);
  window.addEventListener('resize', draw);
  const clock = window.setInterval(draw, TICK);
  document.documentElement.append(host);
  const release = guard(document, host, remove);

  function remove(): void {
    release();
    window.clearInterval(clock);
    window.removeEventListener('resize', draw);
    render(null, dock);
    render(null, panel);
    host.remove();
  }

  return {
    update(next) {
      view = next;
      frame.style.colorScheme = next.scheme ?? '';
      if (samePlace(chosen, next.place)) chosen = null;
      draw();
    },
    remove,
  };
}
