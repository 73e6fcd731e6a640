import { asking, handover, mostWallets, telling } from './channel';
import { get, isProvider, type Provider, short } from './provider';

interface Wallet {
  readonly provider: Provider;
  id: string;
  /** Its `selectedAddress` when it was last asked. */
  selected: string;
  connected: boolean;
  listening: boolean;
  asking: boolean;
  account: string;
  /** Grows whenever `account` is set, so that an older answer does not replace a newer word. */
  turn: number;
  chain: string;
  readonly next: Wallet | null;
}

const mostAnnouncements = 1_000;

/**
 * Runs in the page's world and listens to its wallets. Wallets that show no evidence of a connection are never
 * spoken to, because some ask the user at `eth_accounts` and even at `on` (Frame). Evidence is an address that
 * the wallet shows by itself, or the page's own record of a connection with it.
 *
 * The page may patch everything later, so what is used afterwards is taken now, and the list of wallets is
 * linked, because setting an index of an array can be caught on Array.prototype.
 */
export const watchProviders = (window: Window & typeof globalThis): void => {
  const { document, CustomEvent, EventTarget, Event } = window;
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const { indexOf } = String.prototype;
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const detailGetter = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;

  const detailOf = (event: Event): unknown => {
    try {
      return detailGetter ? apply(detailGetter, event, []) : get(event, 'detail');
    } catch {
      // Not every event of that name is a CustomEvent.
      return undefined;
    }
  };
  const dispatch = (name: string, detail: string): void => {
    apply(dispatchEvent, document, [new CustomEvent(name, { __proto__: null, detail } as CustomEventInit)]);
  };

  const secret = window.crypto.randomUUID();
  let first: Wallet | null = null;
  let count = 0;
  let told = '';

  const tell = (): void => {
    let text = '';
    for (let wallet = first; wallet; wallet = wallet.next)
      if (wallet.connected && wallet.account)
        text = `${wallet.id} ${wallet.account} ${wallet.chain}\n${text}`;
    if (text === told) return;
    told = text;
    dispatch(telling(secret), text);
  };

  const meet = (provider: unknown, id: string): void => {
    if (!isProvider(provider)) return;
    for (let wallet = first; wallet; wallet = wallet.next)
      if (wallet.provider === provider) {
        wallet.id ||= id;
        return;
      }
    if (count >= mostWallets) return;
    count += 1;
    const unknown = { selected: '', connected: false, account: '', turn: 0, chain: '' };
    first = { provider, id, ...unknown, listening: false, asking: false, next: first };
  };

  const hold = (wallet: Wallet, account: string): void => {
    wallet.account = account;
    wallet.turn += 1;
  };

  const listen = (wallet: Wallet): void => {
    wallet.listening = true;
    const on = get(wallet.provider, 'on');
    if (typeof on !== 'function') return;
    try {
      apply(on, wallet.provider, [
        'accountsChanged',
        (accounts: unknown) => {
          hold(wallet, short(get(accounts, '0')));
          tell();
        },
      ]);
      apply(on, wallet.provider, [
        'chainChanged',
        (chain: unknown) => {
          wallet.chain = short(chain);
          tell();
        },
      ]);
    } catch {
      // A wallet that cannot be listened to is still asked.
    }
  };

  const ask = async (wallet: Wallet): Promise<void> => {
    if (wallet.asking) return;
    wallet.asking = true;
    const { turn } = wallet;
    try {
      const request = get(wallet.provider, 'request');
      if (typeof request !== 'function') return;
      const accounts: unknown = await apply(request, wallet.provider, [{ method: 'eth_accounts' }]);
      if (turn === wallet.turn) hold(wallet, short(get(accounts, '0')));
      const chain: unknown = await apply(request, wallet.provider, [{ method: 'eth_chainId' }]);
      wallet.chain = short(chain);
    } catch {
      // The address that it shows by itself stands.
    } finally {
      wallet.asking = false;
      tell();
    }
  };

  const look = (connectors: string): void => {
    const injected = get(window, 'ethereum');
    meet(injected, '');
    const named = (id: string): boolean => id !== '' && apply(indexOf, connectors, [` ${id} `]) >= 0;
    for (let wallet = first; wallet; wallet = wallet.next) {
      const selected = short(get(wallet.provider, 'selectedAddress'));
      const connected =
        selected !== '' || named(wallet.id) || (wallet.provider === injected && named('injected'));
      const news = connected && (!wallet.connected || selected !== wallet.selected);
      wallet.connected = connected;
      wallet.selected = selected;
      if (!news) continue;
      hold(wallet, selected);
      wallet.chain = short(get(wallet.provider, 'chainId'));
      if (!wallet.listening) listen(wallet);
      void ask(wallet);
    }
    tell();
  };

  let announcements = 0;
  const hearAnnouncement = (event: Event): void => {
    announcements += 1;
    const detail = detailOf(event);
    meet(get(detail, 'provider'), short(get(get(detail, 'info'), 'rdns')));
    if (announcements >= mostAnnouncements || count >= mostWallets)
      apply(removeEventListener, window, ['eip6963:announceProvider', hearAnnouncement]);
  };

  apply(addEventListener, document, [
    asking(secret),
    (event: Event) => {
      const connectors = detailOf(event);
      if (typeof connectors === 'string') look(connectors);
    },
  ]);
  apply(addEventListener, window, ['eip6963:announceProvider', hearAnnouncement]);
  dispatch(handover, secret);
  apply(dispatchEvent, window, [new Event('eip6963:requestProvider')]);
};
