// @vitest-environment happy-dom
import { GlobalWindow } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchProviders } from './providers';
import { linkWallets, type Wallets } from './wallets';

const A = `0x${'a'.repeat(40)}`;
const B = `0x${'b'.repeat(40)}`;

type Listener = (value: unknown) => void;

/** A wallet that counts what is asked of it. */
const wallet = (
  selectedAddress: string | null,
  accounts: unknown = selectedAddress ? [selectedAddress] : [],
) => {
  const listeners: Record<string, Listener> = {};
  return {
    selectedAddress,
    listeners,
    request: vi.fn(async ({ method }: { method: string }) => (method === 'eth_accounts' ? accounts : '0x1')),
    on: vi.fn((name: string, listener: Listener) => {
      listeners[name] = listener;
    }),
  };
};

const announce = (provider: unknown, rdns: unknown = 'com.wallet') =>
  page.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { provider, info: { rdns } } }));

const settled = () => new Promise((done) => setTimeout(done, 0));

let wallets: Wallets;
let changed: () => void;
let undo: AbortController;
// Not vitest's `window`: that is Node's global object, on which happy-dom's own addEventListener cannot be applied.
const page = new GlobalWindow() as unknown as Window & typeof globalThis & { ethereum?: unknown };
const { document, CustomEvent } = page;

beforeEach(() => {
  undo = new AbortController();
  changed = vi.fn();
  wallets = linkWallets(document, undo.signal, changed);
  watchProviders(page);
});

afterEach(() => {
  undo.abort();
  Reflect.deleteProperty(page, 'ethereum');
});

const seen = async (connectors: string[] = []) => {
  wallets.reports(connectors);
  await settled();
  return wallets.reports(connectors);
};

describe('a wallet without evidence of a connection', () => {
  it('is asked nothing and not listened to', async () => {
    const silent = wallet(null, [A]);
    announce(silent);
    page.ethereum = silent;
    expect(await seen(['com.other'])).toEqual([]);
    expect(silent.request).not.toHaveBeenCalled();
    expect(silent.on).not.toHaveBeenCalled();
  });
});

describe('a wallet with evidence', () => {
  it('by its own address is asked for accounts and chain, without a prompt', async () => {
    const connected = wallet(A);
    announce(connected);
    expect(await seen()).toEqual([{ id: 'com.wallet', address: A, chainId: 1 }]);
    const asked = connected.request.mock.calls.map(([{ method }]) => method);
    expect(asked).toEqual(['eth_accounts', 'eth_chainId']);
  });

  it("by the page's record is asked, another one is not", async () => {
    const [named, other] = [wallet(null, [B]), wallet(null, [A])];
    announce(named, 'io.named');
    announce(other, 'io.named.not');
    expect(await seen(['io.named'])).toEqual([{ id: 'io.named', address: B, chainId: 1 }]);
    expect(other.request).not.toHaveBeenCalled();
  });

  it('is window.ethereum when the record says "injected"', async () => {
    page.ethereum = wallet(null, [A]);
    expect(await seen(['injected'])).toEqual([{ id: '', address: A, chainId: 1 }]);
  });

  it('is asked once, and listened to once', async () => {
    const connected = wallet(A);
    announce(connected);
    for (let time = 0; time < 5; time += 1) await seen();
    announce(connected);
    await seen();
    expect(connected.request).toHaveBeenCalledTimes(2);
    expect(connected.on).toHaveBeenCalledTimes(2);
  });

  it('that comes back is asked again, but listened to once', async () => {
    const connected = wallet(A);
    announce(connected);
    await seen();
    connected.selectedAddress = null;
    await seen();
    connected.selectedAddress = A;
    expect(await seen()).toHaveLength(1);
    expect(connected.request).toHaveBeenCalledTimes(4);
    expect(connected.on).toHaveBeenCalledTimes(2);
  });

  it('that also is window.ethereum is one wallet', async () => {
    const connected = wallet(A);
    page.ethereum = connected;
    await seen();
    announce(connected, 'io.late');
    expect((await seen()).map(({ id }) => id)).toEqual(['io.late']);
  });

  it('tells a switch of account and of chain at once', async () => {
    const connected = wallet(A);
    announce(connected);
    await seen();
    expect(changed).toHaveBeenCalled();
    vi.mocked(changed).mockClear();
    connected.listeners.accountsChanged?.([B]);
    connected.listeners.chainChanged?.('0xa');
    expect(changed).toHaveBeenCalledTimes(2);
    expect(wallets.reports([])).toEqual([{ id: 'com.wallet', address: B, chainId: 10 }]);
  });

  it('is forgotten when the evidence goes', async () => {
    const connected = wallet(A);
    announce(connected);
    await seen();
    connected.selectedAddress = null;
    expect(await seen()).toEqual([]);
    connected.listeners.accountsChanged?.([B]);
    expect(wallets.reports([])).toEqual([]);
  });

  it('keeps a newer word when an older answer comes late', async () => {
    let answer: (accounts: unknown) => void = () => undefined;
    const slow = wallet(A, new Promise((resolve) => (answer = resolve)));
    announce(slow);
    await seen();
    slow.listeners.accountsChanged?.([B]);
    answer([A]);
    await settled();
    expect(wallets.reports([]).map(({ address }) => address)).toEqual([B]);
  });

  it('that refuses to answer is known by the address that it shows', async () => {
    const refusing = wallet(A);
    refusing.request.mockRejectedValue(new Error('4100'));
    refusing.on.mockImplementation(() => {
      throw new Error('no');
    });
    announce(refusing);
    expect(await seen()).toEqual([{ id: 'com.wallet', address: A, chainId: null }]);
  });
});

describe('two wallets', () => {
  it('come in the order in which they were announced (fault 42)', async () => {
    announce(wallet(A), 'io.a');
    announce(wallet(B), 'io.b');
    expect((await seen()).map(({ id }) => id)).toEqual(['io.a', 'io.b']);
  });
});

describe('a hostile page', () => {
  const throwing = (): never => {
    throw new Error('hostile');
  };
  const trap = new Proxy({}, { get: throwing, has: throwing, getOwnPropertyDescriptor: throwing });

  it('cannot make it throw with getters', async () => {
    Object.defineProperty(page, 'ethereum', { get: throwing, configurable: true });
    announce(trap);
    page.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: trap }));
    page.dispatchEvent(new CustomEvent('eip6963:announceProvider'));
    announce({ get selectedAddress() { return throwing(); } }); // biome-ignore format: one line reads better
    announce('no object');
    announce(null);
    expect(await seen()).toEqual([]);
  });

  it('cannot make it keep more than sixteen wallets, or listen for ever (fault 43)', async () => {
    const late = wallet(A);
    for (let time = 0; time < 10_000; time += 1) announce({ selectedAddress: null });
    announce(late);
    expect(await seen()).toEqual([]);
    expect(late.request).not.toHaveBeenCalled();
  });

  it('cannot pass anything that is no address', async () => {
    announce(wallet(`${A} ${B}`), 'a');
    announce(wallet('<b>'), `x ${B} 1`);
    announce(wallet(A.repeat(100)), 'c');
    expect(await seen()).toEqual([]);
  });

  it('learns no channel from a second handover', async () => {
    document.dispatchEvent(new CustomEvent('plimsoll:handover', { detail: 'forged' }));
    document.dispatchEvent(new CustomEvent('forged!', { detail: ` ${A} 1` }));
    expect(await seen()).toEqual([]);
  });
});
