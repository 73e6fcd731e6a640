import { readFileSync } from 'node:fs';
import { getAddress } from 'viem';
import { expect, it } from 'vitest';
import { markets } from '../../src/protocols/aaveV4/markets';

interface Deployment {
  readonly chainId: number;
  readonly spokes: Readonly<Record<string, string>>;
}

const { aaveV4 } = JSON.parse(
  readFileSync(new URL('../vectors/addresses.json', import.meta.url), 'utf8'),
) as { aaveV4: Readonly<Record<string, Deployment>> };

/** A spoke with prices has borrowers; the treasury's has neither. */
const listed = Object.values(aaveV4).flatMap(({ chainId, spokes }) =>
  Object.entries(spokes)
    .filter(([name]) => `${name}_ORACLE` in spokes)
    .map(([name, address]) => ({ chainId, address, name })),
);

it('has every spoke of the address list, and no other', () => {
  const plain = ({ chainId, address }: { chainId: number; address: string }) => `${chainId} ${address}`;
  expect(listed).toHaveLength(18);
  expect(markets.map(plain).sort()).toEqual(listed.map(plain).sort());
});

it('writes each address with its checksum', () => {
  for (const { address } of markets) expect(address).toBe(getAddress(address.toLowerCase()));
});

it('names each spoke after its entry in the list', () => {
  const words = (text: string) => text.toUpperCase().replaceAll(' ', '_');
  for (const { chainId, address, name } of markets) {
    const entry = listed.find((each) => each.chainId === chainId && each.address === address);
    expect(words(name)).toBe(`AAVE_V4_${entry?.name.replace(/_E?SPOKE$/, '')}`);
  }
  expect(new Set(markets.map(({ chainId, name }) => `${chainId} ${name}`)).size).toBe(markets.length);
});
