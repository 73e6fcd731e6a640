import { browser } from 'wxt/browser';

/** The part of a message's sender that the browser vouches for. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Our content script in the top frame of a tab: which host, which tab. Null for any other sender. */
export function pageSender(sender: Sender): { host: string; tabId: number } | null {
  const { id, url, frameId, tab } = sender;
  if (id !== browser.runtime.id || frameId !== 0 || tab?.id === undefined || !url) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' ? { host: hostname, tabId: tab.id } : null;
}

/** One of our own pages: the popup, wherever it is open. `origin` is the extension's own. */
export function isOwnPage({ id, url }: Sender, origin: string): boolean {
  return id === browser.runtime.id && url !== undefined && new URL(url).origin === origin;
}
