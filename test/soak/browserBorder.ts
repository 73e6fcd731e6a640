import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Forecast } from './forecast';

const refused = () => Promise.reject(new Error('Not now.'));

interface BrowserBorder {
  /** A round begins, in which this is refused. */
  begin(next: Forecast): void;
  /** How many alerts were put before the user in this round. */
  readonly rings: number;
  /** The text on the icon. */
  readonly icon: string;
}

/** What the browser shows, and what it refuses. A stand-in for the browser's border alone. */
export function browserBorder(): BrowserBorder {
  const shown = new Map<string, string>();
  let [isMute, isFull, rings, icon] = [false, false, 0, ''];
  const { notifications, action, storage } = fakeBrowser;
  const set = storage.local.set.bind(storage.local);
  storage.local.set = (values) => (isFull ? refused() : set(values));
  notifications.create = ((id: string, { title, message }: { title: string; message: string }) => {
    if (isMute) return refused();
    // One with the same id takes the other's place, and the very same again is not to be seen.
    const text = `${title}\n${message}`;
    if (shown.get(id) !== text) rings += Number(/^(\d+) alerts\./.exec(title)?.[1] ?? 1);
    shown.set(id, text);
    return Promise.resolve(id);
  }) as never;
  Object.assign(action, {
    setBadgeText({ text }: { text: string }) {
      icon = text;
      return Promise.resolve();
    },
  });
  return {
    begin(next) {
      vi.stubGlobal('navigator', { onLine: !next.isOffline });
      ({ isMute, isFull } = next);
      rings = 0;
      shown.clear();
    },
    get rings() {
      return rings;
    },
    get icon() {
      return icon;
    },
  };
}
