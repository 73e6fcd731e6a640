import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
// biome-ignore lint/style/noRestrictedImports: the worker itself is asked, as its browser would hand it messages
import background from '../../entrypoints/background';

/** Stands for chrome-extension://…, which only browsers know as an origin. */
const OWN = 'https://plimsoll.own';
const address = `0x${'ab'.repeat(20)}`;

/** What may be asked for, rightly put, by whom it may be. */
const fromOwnPages = {
  refresh: address,
  watch: address,
  unwatch: address,
  network: { id: 1, on: false },
  wallet: { address, label: 'mine', chains: [1] },
  testRpc: 'https://rpc.example/',
  testAlert: undefined,
  reread: undefined,
  troubles: undefined,
  dues: { chainId: 1, account: address, key: 'any' },
};
const fromLendingPages = {
  look: { accounts: [{ address, chainId: 1, how: 'connected' }], market: null },
  place: { right: 1, bottom: 1, folded: true, hidden: true },
};

const ours = fakeBrowser.runtime.id;
const content = { id: ours, url: 'https://app.aave.com/', frameId: 0, tab: { id: 7 } };
const popup = { id: ours, url: `${OWN}/popup.html` };

const sent = vi.fn();
const notify = vi.spyOn(fakeBrowser.notifications, 'create');

beforeAll(() => {
  vi.stubGlobal('location', { origin: OWN });
  vi.stubGlobal('fetch', sent.mockRejectedValue(new Error('Nobody is to be asked.')));
  background.main();
});
beforeEach(async () => {
  await fakeBrowser.storage.local.clear();
  await fakeBrowser.storage.session.clear();
  sent.mockClear();
  notify.mockClear();
});

/** What the sender hears: an error's message, or that it was answered. */
async function heard(sender: object, type: string, data: unknown): Promise<string> {
  const replies = await fakeBrowser.runtime.onMessage.trigger(
    { id: 1, type, data, timestamp: 0 },
    sender as never,
  );
  const [reply] = replies.filter((each) => each !== undefined) as { err?: { message: string } }[];
  return reply ? (reply.err?.message ?? 'answered') : 'nothing';
}

const all = { ...fromOwnPages, ...fromLendingPages };
const onlyOwn = 'Only a page of Plimsoll may ask for this.';
const onlyLending = 'Only a lending page may ask for this.';

/** Senders by what the browser vouches for: nobody below may ask for anything at all. */
const strangers: Record<string, object> = {
  'another extension that says it is our popup': { id: 'another', url: `${OWN}/popup.html` },
  'another extension on a lending page': { ...content, id: 'another' },
  'a page of another extension': { id: ours, url: `${OWN}.evil/popup.html` },
  'our script in a frame of a lending page': { ...content, frameId: 3 },
  'our script in no tab': { ...content, tab: undefined },
  'our script on a page without TLS': { ...content, url: 'http://app.aave.com/' },
  'our script elsewhere': { ...content, url: 'https://evil.example/' },
  'our script on a host that ends otherwise': { ...content, url: 'https://app.aave.com.evil.example/' },
  'our script on a host that begins otherwise': { ...content, url: 'https://evil-app.aave.com/' },
  'our script on a host that only names it': { ...content, url: `https://evil.example/#${OWN}/popup.html` },
  'a sender without an address': { id: ours, frameId: 0, tab: { id: 7 } },
  nobody: {},
};

const kept = async () => [
  await fakeBrowser.storage.local.get(null),
  await fakeBrowser.storage.session.get(null),
];

describe('threat: forged messages', () => {
  it.each(Object.entries(strangers))('%s gets nothing and changes nothing', async (_, sender) => {
    for (const [type, data] of Object.entries(all)) {
      const refusal = type in fromOwnPages ? onlyOwn : onlyLending;
      expect([type, await heard(sender, type, data)]).toEqual([type, refusal]);
    }
    expect(await kept()).toEqual([{}, {}]);
    expect(sent).not.toHaveBeenCalled();
    expect(notify).not.toHaveBeenCalled();
  });

  it.each(Object.entries(fromOwnPages))(
    'our script on a lending page may not ask for %s',
    async (type, data) => {
      expect(await heard(content, type, data)).toBe(onlyOwn);
      expect(await kept()).toEqual([{}, {}]);
      expect(sent).not.toHaveBeenCalled();
    },
  );

  it.each(Object.entries(fromLendingPages))('our own pages may not ask for %s', async (type, data) => {
    expect(await heard(popup, type, data)).toBe(onlyLending);
    expect(await kept()).toEqual([{}, {}]);
  });

  it.each([
    ['watch', '0x1'],
    ['watch', { toString: address }],
    ['unwatch', null],
    ['refresh', [address]],
    ['network', { id: -1, on: true }],
    ['network', { id: 1, on: true, more: 1 }],
    ['wallet', { address, label: 'x'.repeat(41), chains: null }],
    ['testRpc', 'http://evil.example/'],
    ['testRpc', 'https://me:secret@evil.example/'],
    ['testRpc', 'javascript:0'],
    ['dues', { chainId: 1, account: address }],
    ['look', { accounts: Array.from({ length: 9 }, () => fromLendingPages.look.accounts[0]), market: null }],
    ['look', { accounts: [{ address: '<b>', chainId: 1, how: 'connected' }], market: null }],
    ['look', { accounts: [], market: '0x1' }],
    ['look', { accounts: [], market: null, url: 'https://evil.example/' }],
    ['look', undefined],
    ['place', { ...fromLendingPages.place, right: Number.NaN }],
    ['place', { ...fromLendingPages.place, ...JSON.parse('{"__proto__": {"folded": 1}, "x": 1}') }],
  ])('%s of another form is refused to those who may ask, %#', async (type, data) => {
    const sender = type in fromOwnPages ? popup : content;
    expect(await heard(sender, type, data)).toContain('it is not of the expected form');
    expect(await kept()).toEqual([{}, {}]);
    expect(sent).not.toHaveBeenCalled();
  });

  it('no message fetches for a page, reads or writes what is kept, or is not in this list', async () => {
    for (const type of ['fetch', 'get', 'set', 'eth_call', 'constructor'])
      expect(['nothing', 'answered']).toContain(await heard(content, type, 'https://evil.example/'));
    expect(await kept()).toEqual([{}, {}]);
    expect(sent).not.toHaveBeenCalled();
  });

  it('those who may ask are heard', async () => {
    expect(await heard(popup, 'troubles', undefined)).toBe('answered');
    expect(await heard(content, 'place', fromLendingPages.place)).toBe('answered');
    expect(await kept()).toEqual([{ 'place:app.aave.com': fromLendingPages.place }, {}]);
  });
});
