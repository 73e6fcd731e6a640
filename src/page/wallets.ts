import type { WalletReport } from './account';
import { asking, handover, parseReports, telling } from './channel';

export interface Wallets {
  /** What the connected wallets say now; `connectors` names those that the page has on record. */
  reports(connectors: readonly string[]): readonly WalletReport[];
}

/** The isolated world's end of the channel. Must run before the script in the page's world. */
export const linkWallets = (document: Document, signal: AbortSignal, changed: () => void): Wallets => {
  let secret: string | null = null;
  let latest: readonly WalletReport[] = [];
  let answering = false;

  const hear = (event: Event): void => {
    latest = parseReports((event as CustomEvent<unknown>).detail);
    if (!answering) changed();
  };
  const meet = (event: Event): void => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail !== 'string') return;
    secret = detail;
    document.addEventListener(telling(secret), hear, { signal });
  };
  document.addEventListener(handover, meet, { once: true, signal });

  return {
    reports(connectors) {
      if (secret === null) return [];
      answering = true;
      try {
        // The answer, if it is another than before, comes while this event is being dispatched.
        document.dispatchEvent(new CustomEvent(asking(secret), { detail: ` ${connectors.join(' ')} ` }));
      } finally {
        answering = false;
      }
      return latest;
    },
  };
};
