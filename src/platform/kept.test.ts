import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';

const { local } = fakeBrowser.storage;
const address = `0x${'ab'.repeat(20)}`;

/** As it was stored at the commit before: the first version of what is kept of a wallet had no name and no networks. */
const firstWallets = [
  { address, watched: true, seenOn: 'app.aave.com' },
  { address: `0x${'cd'.repeat(20)}`, watched: true, seenOn: null },
];

/** The modules as a worker or a window that has just been started has them. */
async function start() {
  vi.resetModules();
  const [{ kept, storageTroubles }, storage] = await Promise.all([import('./kept'), import('./storage')]);
  return { kept, storageTroubles, ...storage };
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

const full = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));

describe('fault 51: storage is full', () => {
  const history = [{ id: 'a', level: 'low', title: 'Low', message: 'Repay.', at: 1 }] as const;
  const alerts = { vigils: { key: { told: 'low', last: null } }, pending: history } as const;

  it('fault 51: the history goes first, what was told and what was chosen stays, and the write succeeds', async () => {
    const { historyItem, alertsItem, alertChoicesItem, memoItem, storageTroubles } = await start();
    await local.set({ 'alerts:1:0xab': alerts, history, 'memo:1:0xab': { market: {} }, snoozes: { key: 5 } });
    const set = vi.spyOn(local, 'set').mockImplementationOnce(full);
    await alertsItem(1, '0xab').setValue({ ...alerts, pending: [] });
    expect(set).toHaveBeenCalledTimes(2);
    expect(await historyItem.getValue()).toEqual([]);
    expect(await alertsItem(1, '0xab').getValue()).toEqual({ ...alerts, pending: [] });
    expect(await memoItem(1, '0xab').getValue()).toEqual({ market: {} });
    expect(await local.get('snoozes')).toEqual({ snoozes: { key: 5 } });
    expect(await alertChoicesItem.getValue()).toBeNull();
    expect(storageTroubles()).toEqual([]);
  });

  it('fault 51: what can be learnt again goes next, and never anything else', async () => {
    const { schemeItem, storageTroubles } = await start();
    const before = { 'alerts:1:0xab': alerts, wallets: firstWallets, loans: 'any', 'backup:scheme': 'x' };
    await local.set({ ...before, history, 'memo:1:0xab': {}, 'search:1:0xab': {} });
    vi.spyOn(local, 'set').mockImplementation(full);
    await schemeItem.setValue('dark');
    expect(await local.get(null)).toEqual(before);
    expect(storageTroubles()).toEqual(['memory']);
    expect(await schemeItem.getValue()).toBe('dark');
  });
});

describe('fault 52: a value is damaged', () => {
  it.each([
    ['wallets', 'watchedItem', [{ address: 'none' }], []],
    ['wallets', 'watchedItem', 'damaged', []],
    ['networks', 'networksItem', [1, 'two'], null],
    ['alertChoices', 'alertChoicesItem', { levels: { volatile: ['0.1', '0.2', '0.4'] } }, null],
    ['snoozes', 'snoozesItem', { key: 'soon' }, {}],
    ['rpcs', 'rpcsItem', { 1: ['http://example.org'] }, {}],
    ['rpcs', 'rpcsItem', { 1: [] }, {}],
    ['verify', 'verifyItem', 'yes', true],
    ['scheme', 'schemeItem', 'pink', null],
  ] as const)(
    'fault 52: %s are as at first, and what was there is kept aside',
    async (name, item, bad, usual) => {
      const started = await start();
      await local.set({ [name]: bad });
      expect(await started[item].getValue()).toEqual(usual);
      const kept = await local.get(null);
      expect(kept[`backup:${name}`]).toEqual(bad);
      expect(await (await start())[item].getValue()).toEqual(usual);
      expect(await local.get(null)).toEqual(kept);
    },
  );
});

describe('fault 53: a value is of an older form', () => {
  const now = firstWallets.map((wallet) => ({ ...wallet, label: '', chains: null }));

  it('fault 53: wallets of the first version come with an empty name and every network; twice is as once', async () => {
    await local.set({ wallets: firstWallets });
    expect(await (await start()).watchedItem.getValue()).toEqual(now);
    const once = await local.get(null);
    expect(once).toEqual({ wallets: now, wallets$: { v: 2 } });
    expect(await (await start()).watchedItem.getValue()).toEqual(now);
    expect(await local.get(null)).toEqual(once);
  });

  it('fault 53: everything else that the version before has stored is read as it was', async () => {
    const { networksItem, schemeItem, historyItem, placeItem } = await start();
    const history = [{ id: 'a', level: 'low', title: 'Low', message: 'Repay.', at: 1 }];
    const place = { right: 16, bottom: 88, folded: true, hidden: true };
    await local.set({ networks: [1, 8453], scheme: 'dark', history, 'place:app.aave.com': place });
    expect(await networksItem.getValue()).toEqual([1, 8453]);
    expect(await schemeItem.getValue()).toBe('dark');
    expect(await historyItem.getValue()).toEqual(history);
    expect(await placeItem('app.aave.com').getValue()).toEqual(place);
    expect(Object.keys(await local.get(null)).filter((key) => key.startsWith('backup'))).toEqual([]);
  });

  it('fault 53: a damaged value of the first version is kept aside as it was', async () => {
    await local.set({ wallets: [null, 7] });
    expect(await (await start()).watchedItem.getValue()).toEqual([]);
    expect((await local.get(null))['backup:wallets']).toEqual([null, 7]);
  });
});

describe('fault 54: a value is of a newer form', () => {
  it('fault 54: it is shown where it can be, never written, and the user is warned', async () => {
    const newer = {
      wallets: [{ ...firstWallets[0], label: 'x', chains: null, colour: 'red' }],
      wallets$: { v: 3 },
    };
    await local.set(newer);
    const { watchedItem, storageTroubles } = await start();
    expect(await watchedItem.getValue()).toEqual([{ ...firstWallets[0], label: 'x', chains: null }]);
    expect(storageTroubles()).toEqual(['newer']);
    await expect(watchedItem.setValue([])).rejects.toThrow('A newer version of Plimsoll has saved this.');
    await expect(watchedItem.update(() => [])).rejects.toThrow('A newer version');
    expect(await local.get(null)).toEqual(newer);
  });

  it('fault 54: what cannot be read of it stays where it is', async () => {
    const newer = { wallets: { byChain: {} }, wallets$: { v: 9 } };
    await local.set(newer);
    expect(await (await start()).watchedItem.getValue()).toEqual([]);
    expect(await local.get(null)).toEqual(newer);
  });
});

describe('fault 55: two windows write at once', () => {
  // Node 20 has no locks of the browser's; test/e2e/options.spec.ts has two real windows.
  it('fault 55: each change is made to what the other has left', async () => {
    let last: Promise<unknown> = Promise.resolve();
    const request = (_: string, work: () => Promise<void>) => {
      last = last.then(work);
      return last;
    };
    vi.stubGlobal('navigator', { locks: { request } });
    const [one, other] = [await start(), await start()];
    await Promise.all([
      one.snoozesItem.update((kept) => ({ ...kept, a: 1 })),
      other.snoozesItem.update((kept) => ({ ...kept, b: 2 })),
    ]);
    vi.unstubAllGlobals();
    expect(await one.snoozesItem.getValue()).toEqual({ a: 1, b: 2 });
  });
});

describe('fault 56: storage fails', () => {
  const fails = () => Promise.reject(new Error('IO error'));

  it('fault 56: what is written is held in memory with a notice, and written when storage works again', async () => {
    const { schemeItem, networksItem, storageTroubles } = await start();
    await local.set({ history: [], networks: [1] });
    const set = vi.spyOn(local, 'set').mockImplementation(fails);
    await schemeItem.setValue('dark');
    expect(await schemeItem.getValue()).toBe('dark');
    expect(await local.get(null)).toEqual({ history: [], networks: [1] });
    expect(storageTroubles()).toEqual(['memory']);
    set.mockRestore();
    await networksItem.setValue([8453]);
    expect(await local.get(null)).toEqual({ history: [], networks: [8453], scheme: 'dark' });
    expect(storageTroubles()).toEqual([]);
  });

  it('fault 56: where nothing can be read either, everything is as at first', async () => {
    const { schemeItem, watchedItem, hiddenHosts, storageTroubles } = await start();
    vi.spyOn(local, 'get').mockImplementation(fails);
    vi.spyOn(local, 'set').mockImplementation(fails);
    expect(await watchedItem.getValue()).toEqual([]);
    expect(await hiddenHosts()).toEqual([]);
    await schemeItem.setValue('light');
    expect(await schemeItem.getValue()).toBe('light');
    expect(storageTroubles()).toEqual(['memory']);
  });
});

it('an item without a form of its own is kept as it is', async () => {
  const { kept } = await start();
  const item = kept<unknown>('session:any', { fallback: 'first' });
  expect(await item.getValue()).toBe('first');
  await item.setValue({ a: 1 });
  expect(await fakeBrowser.storage.session.get(null)).toEqual({ any: { a: 1 } });
  const whole = kept<string>('session:any', { fallback: 'first', schema: v.string() });
  expect(await whole.getValue()).toBe('first');
});
