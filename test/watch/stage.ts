import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';

export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** The browser's notifications: what was shown, in order. A stand-in for the browser's border alone. */
export function noteNotices(): { readonly shown: Shown[]; refuses: boolean } {
  const noted = { shown: [] as Shown[], refuses: false };
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(((id: string, options: Shown) => {
    if (noted.refuses) return Promise.reject(new Error('The browser shows none now.'));
    noted.shown.push({ id, title: options.title, message: options.message });
    return Promise.resolve(id);
  }) as never);
  return noted;
}
