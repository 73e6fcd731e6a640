import { readFileSync } from 'node:fs';
import { type Address, getAddress } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Protocol } from '../../src/model/reader';
import { aaveV2 } from '../../src/protocols/aaveV2';
import { aaveV3 } from '../../src/protocols/aaveV3';
import { spark } from '../../src/protocols/spark';

interface Listed {
  readonly chainId: number;
  readonly pool: Address;
  readonly addressesProvider: Address;
  readonly protocolDataProvider?: Address;
}

const listed = JSON.parse(
  readFileSync(new URL('../vectors/addresses.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Listed>>;

interface Market {
  readonly chainId: number;
  readonly address: Address;
  readonly provider?: Address;
  readonly dataProvider?: Address;
}

const inOrder = (rows: readonly string[]) => [...rows].sort();
const kinds: readonly (readonly [Protocol, number, boolean])[] = [
  [aaveV3, 24, false],
  [spark, 2, false],
  [aaveV2, 5, true],
];

describe.each(kinds)('$id', (protocol, count, withDataProvider) => {
  const markets = protocol.markets as readonly Market[];

  it('has the markets of the address list, each pool with its provider', () => {
    const ours = markets.map(({ chainId, address, provider, dataProvider }) =>
      [chainId, address, provider, ...(withDataProvider ? [dataProvider] : [])].join(),
    );
    const theirs = Object.values(listed[protocol.id]!).map((each) =>
      [
        each.chainId,
        each.pool,
        each.addressesProvider,
        ...(withDataProvider ? [each.protocolDataProvider] : []),
      ].join(),
    );
    expect(theirs).toHaveLength(count);
    expect(inOrder(ours)).toEqual(inOrder(theirs));
  });

  it('writes every address with its checksum', () => {
    for (const { address, provider, dataProvider } of markets) {
      for (const each of [address, provider, dataProvider]) if (each) expect(each).toBe(getAddress(each));
    }
  });

  it('has a name of its own for each', () => {
    expect(new Set(protocol.markets.map(({ name }) => name)).size).toBe(count);
  });
});

it('shows Ethereum’s own market before its sisters', () => {
  expect(aaveV3.markets.slice(0, 4).map(({ name }) => name)).toEqual([
    'Aave v3 Core',
    'Aave v3 Prime',
    'Aave v3 EtherFi',
    'Aave v3 Horizon',
  ]);
});
