import type { AccountHint } from '../model/snapshot';
import { hintsOf, keptIn } from './account';
import { linkWallets } from './wallets';

interface Badge<View> {
  update(view: View): void;
  remove(): void;
}

export interface Following<View> {
  readonly window: Pick<
    Window,
    | 'addEventListener'
    | 'document'
    | 'location'
    | 'localStorage'
    | 'setInterval'
    | 'clearInterval'
    | 'setTimeout'
  >;
  /** Asks the worker, which reads the chain no more often than blocks come. */
  send(accounts: readonly AccountHint[]): Promise<View>;
  mount(): Badge<View>;
  /** False once the extension was updated or removed, which leaves this script an orphan. */
  alive(): boolean;
  now(): number;
}

const tickEvery = 1_000;
/** Every third tick: a little less than three seconds, because ticks are not exact. */
const lookEvery = 2_700;
/** A page that changes its account without end makes the worker no busier than this. */
const lookAtMostEvery = 500;
/** Events that a page can forge by the thousand lead to one look at it in this time. */
const gatherFor = 50;
/** After this an answer is not waited for: the worker was killed without the browser saying so. */
const giveUpAfter = 20_000;

const storageOf = (window: Pick<Window, 'localStorage'>): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

/**
 * Keeps one badge on the page: the browser runs this on lending sites only. `storage` events are not fired in the tab that
 * writes, and routers change the address without an event, so both are looked at once a second while the page
 * is visible. Returns a function that undoes everything.
 */
export const followPage = <View>({ window, send, mount, alive, now }: Following<View>): (() => void) => {
  const { document } = window;
  const undo = new AbortController();
  const { signal } = undo;
  let badge: Badge<View> | null = null;
  /** Came before the document was parsed: frameworks may still replace what is there. */
  let early: { readonly view: View } | null = null;
  let accounts: readonly AccountHint[] = [];
  let asked: { readonly key: string; readonly at: number } | null = null;
  let lastLook = Number.NEGATIVE_INFINITY;
  let key = '';
  let dueNow = false;
  let gathering = false;

  const removeBadge = (): void => {
    badge?.remove();
    badge = null;
    early = null;
  };

  const show = (view: View): void => {
    if (document.readyState === 'loading') {
      early = { view };
      return;
    }
    badge ??= mount();
    badge.update(view);
  };

  const look = async (): Promise<void> => {
    const question = { key, at: now() };
    asked = question;
    lastLook = question.at;
    dueNow = false;
    try {
      const view = await send(accounts);
      if (asked === question && question.key === key && !signal.aborted) show(view);
    } catch {
      // The worker was stopped while it answered: the next tick asks again.
    } finally {
      if (asked === question) {
        asked = null;
        if (question.key !== key) soon();
      }
    }
  };

  const stop = (): void => {
    window.clearInterval(timer);
    undo.abort();
    removeBadge();
  };

  const readAccounts = (): void => {
    const kept = keptIn(storageOf(window));
    const connectors = kept.connections.map(({ connector }) => connector);
    accounts = hintsOf(kept, wallets.reports(connectors));
    const read = accounts.map(({ address, chainId, how }) => `${address} ${chainId} ${how}`).join();
    if (read === key) return;
    key = read;
    dueNow = true;
    // What it shows is another account's from now on.
    removeBadge();
  };

  const tick = (): void => {
    if (signal.aborted) return;
    if (!alive()) stop();
    else if (document.visibilityState === 'visible') follow();
  };

  const follow = (): void => {
    readAccounts();
    const waiting = asked !== null && now() - asked.at < giveUpAfter;
    const gap = dueNow || !badge ? lookAtMostEvery : lookEvery;
    if (!waiting && now() - lastLook >= gap) void look();
  };

  const soon = (): void => {
    if (gathering) return;
    gathering = true;
    window.setTimeout(() => {
      gathering = false;
      tick();
    }, gatherFor);
  };
  const lookSoon = (): void => {
    dueNow = true;
    soon();
  };

  const wallets = linkWallets(document, signal, soon);
  const timer = window.setInterval(tick, tickEvery);
  document.addEventListener('visibilitychange', lookSoon, { signal });
  window.addEventListener('pageshow', lookSoon, { signal });
  window.addEventListener('popstate', soon, { signal });
  document.addEventListener('DOMContentLoaded', () => early && show(early.view), { once: true, signal });
  soon();
  return stop;
};
