import { describe, expect, it } from 'vitest';
import { hintsOf, keptIn, type WalletReport } from './account';
import { parseAddress, parseChainId } from './address';

const A = '0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' as const;
const B = '0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' as const;
const C = '0xcccccccccccccccccccccccccccccccccccccccc' as const;

const storage = (items: Record<string, unknown>) => ({
  getItem: (key: string) => {
    const value = items[key];
    return value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
  },
});

const connection = (uid: string, accounts: unknown, chainId: unknown = 1, id = `com.${uid}`) => [
  uid,
  { accounts, chainId, connector: { id, name: 'W', type: 'injected', uid } },
];

const wagmi = (value: unknown, current: unknown) => ({
  'wagmi.store': { state: { connections: { __type: 'Map', value }, chainId: 1, current }, version: 2 },
});

const appKit = (status = 'connected', inUse = 'io.rabby') => ({
  '@appkit/connection_status': status,
  '@appkit/eip155:connected_connector_id': inUse,
  '@appkit/active_caip_network_id': 'eip155:42161',
  '@appkit/connections': {
    eip155: [
      { connectorId: 'io.metamask', accounts: [{ address: A }] },
      { connectorId: 'io.rabby', accounts: [{ address: B }] },
    ],
  },
});

const hints = (items: Record<string, unknown>, reports: WalletReport[] = []) =>
  hintsOf(keptIn(storage(items)), reports);

describe('an address', () => {
  it('has one spelling', () => {
    expect(parseAddress(`0x${'Ab'.repeat(20)}`)).toBe(`0x${'ab'.repeat(20)}`);
  });
  it.each([
    null,
    7,
    {},
    '',
    '0x',
    `0x${'a'.repeat(39)}`,
    `0x${'a'.repeat(41)}`,
    `0x${'g'.repeat(40)}`,
    `${A}\n`,
  ])('is not %j', (value) => expect(parseAddress(value)).toBeNull());
});

describe('a chain id', () => {
  it.each([
    ['0x1', 1],
    ['0xA4B1', 42161],
    ['137', 137],
    [10, 10],
  ])('%j is %j', (value, id) => expect(parseChainId(value)).toBe(id));
  it.each([0, -1, 1.5, Number.NaN, '', '0x', 'one', `0x${'f'.repeat(20)}`, null, {}])('is not %j', (value) =>
    expect(parseChainId(value)).toBeNull(),
  );
});

describe("wagmi's store", () => {
  it('gives the first account of the connection in use', () => {
    expect(hints(wagmi([connection('u1', [A, B], 10)], 'u1'))).toEqual([
      { address: A, chainId: 10, how: 'connected' },
    ]);
  });
  it('gives both accounts of two connections, the one in use first', () => {
    const both = [connection('u1', [A]), connection('u2', [B])];
    expect(hints(wagmi(both, 'u1')).map(({ address }) => address)).toEqual([A, B]);
    expect(hints(wagmi(both, 'u2')).map(({ address }) => address)).toEqual([B, A]);
  });
  it('gives nothing when nothing is in use', () => {
    expect(hints(wagmi([connection('u1', [A])], null))).toEqual([]);
    expect(hints(wagmi([], null))).toEqual([]);
  });
  it.each([
    'not json',
    '[]',
    'null',
    '{"state":null}',
    '{"state":{"current":"u1","connections":{"value":{"0":1}}}}',
    '{"state":{"current":"u1","connections":{"value":[null,[],["u1",{"accounts":{"0":"0x1"}}]]}}}',
    '{"__proto__":{"state":{}}}',
  ])('that is broken gives nothing: %s (fault 49)', (text) =>
    expect(hints({ 'wagmi.store': text })).toEqual([]),
  );
  it('is not parsed when it is huge', () => {
    const store = wagmi([connection('u1', [A])], 'u1')['wagmi.store'];
    expect(hints({ 'wagmi.store': `${JSON.stringify(store)}${' '.repeat(100_000)}` })).toEqual([]);
  });
  it('with a hundred connections gives few', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      connection(`u${index}`, [`0x${index.toString(16).padStart(40, '0')}`]),
    );
    expect(hints(wagmi(many, 'u0'))).toHaveLength(4);
  });
});

describe("AppKit's keys", () => {
  it('give the account of the connector in use', () => {
    expect(hints(appKit())).toEqual([{ address: B, chainId: 42161, how: 'connected' }]);
  });
  it('give nothing once disconnected', () => {
    expect(hints(appKit('disconnected'))).toEqual([]);
    expect(hints(appKit('connected', 'walletConnect'))).toEqual([]);
  });
  it("do not count beside wagmi's store", () => {
    expect(hints({ ...appKit(), ...wagmi([connection('u1', [A])], 'u1') })).toHaveLength(1);
  });
});

describe("Aave's read-only mode", () => {
  it('shows its address alone, whatever is connected', () => {
    const items = { readOnlyModeAddress: C, ...wagmi([connection('u1', [A])], 'u1') };
    expect(hints(items, [{ id: '', address: B, chainId: 1 }])).toEqual([
      { address: C, chainId: null, how: 'watching' },
    ]);
  });
  it.each(['undefined', 'vitalik.eth', ''])('is not on for %j', (readOnlyModeAddress) =>
    expect(hints({ readOnlyModeAddress })).toEqual([]),
  );
});

describe('what wallets say themselves', () => {
  const report = (id: string, address: typeof A | typeof B, chainId: number | null = 1): WalletReport => ({
    id,
    address,
    chainId,
  });

  it('is kept apart and in order for two wallets', () => {
    expect(hints({}, [report('a', A), report('b', B, null)])).toEqual([
      { address: A, chainId: 1, how: 'connected' },
      { address: B, chainId: null, how: 'connected' },
    ]);
  });
  it('is one hint when two wallets say the same account', () => {
    expect(hints({}, [report('a', A), report('', A)])).toHaveLength(1);
  });
  it('stands for the connection on record with that wallet', () => {
    const items = wagmi([connection('u1', [A], 10, 'io.metamask')], 'u1');
    expect(hints(items, [report('io.metamask', B, null)])).toEqual([
      { address: B, chainId: 10, how: 'connected' },
    ]);
  });
  it('comes after the record when it is about another wallet', () => {
    const items = wagmi([connection('u1', [A], 1, 'io.metamask')], 'u1');
    expect(hints(items, [report('io.rabby', B)]).map(({ address }) => address)).toEqual([A, B]);
  });
  it('without an id never stands for a connection without one', () => {
    const items = wagmi([connection('u1', [A], 1, '')], 'u1');
    expect(hints(items, [report('', B)]).map(({ address }) => address)).toEqual([A, B]);
  });
});

describe('a storage that throws', () => {
  it('gives nothing', () => {
    const forbidden = {
      getItem: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    expect(keptIn(forbidden)).toEqual({ watching: null, connections: [] });
    expect(keptIn(null)).toEqual({ watching: null, connections: [] });
  });
});
