import { browser } from 'wxt/browser';
import type { Notice } from '../model/alert';

/** Shows a notice; one with the same id is replaced, so that showing it twice shows it once. */
export async function notify({ id, level, title, message }: Notice): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: ours('icons/128.png'),
    title,
    message,
    priority: level === 'low' ? 1 : 2,
  });
}

/** Calls back with the id of a notice that was clicked, and takes it away. To be called in the worker's first turn. */
export function onNoticeClick(callback: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    callback(id);
  });
}

/** Opens a page of the extension, as `popup.html?tab#positions`, in a tab of its own. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: ours(path) });
}

/** The address of a file of the extension. */
const ours = (path: string): string =>
  (browser.runtime as unknown as { getURL(path: string): string }).getURL(`/${path}`);

/** Whether the user or the system lets no notice through. Firefox does not say (no getPermissionLevel there). */
export async function areNoticesBlocked(): Promise<boolean> {
  const notices = browser.notifications as { getPermissionLevel?: () => Promise<string> };
  return (await notices.getPermissionLevel?.()) === 'denied';
}
