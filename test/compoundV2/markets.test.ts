import { readFileSync } from 'node:fs';
import { getAddress } from 'viem';
import { expect, it } from 'vitest';
import { compoundV2 } from '../../src/protocols/compoundV2';
import { CETH, cTokens, decimalsBehind, markets } from '../../src/protocols/compoundV2/markets';

const file = new URL('../vectors/addresses.json', import.meta.url);
const { compoundV2: deployed } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly compoundV2: { readonly comptroller: string; readonly cTokens: Readonly<Record<string, string>> };
};

it('are the Comptroller of Ethereum and its cTokens', () => {
  expect(markets.map(({ chainId, address }) => [chainId, address])).toEqual([[1, deployed.comptroller]]);
  const ours = Object.entries(cTokens).map(([symbol, [address]]) => [symbol, address]);
  expect(Object.fromEntries(ours)).toEqual(deployed.cTokens);
  expect(CETH).toBe(deployed.cTokens.cETH);
});

it('have checksummed addresses', () => {
  for (const [address] of [...Object.values(cTokens), [markets[0]!.address]] as const) {
    expect(getAddress(address)).toBe(address);
  }
});

it('know the decimals behind a cToken, and of no other', () => {
  expect(decimalsBehind('0x39AA39c021dfbaE8faC545936693aC917d5E7563')).toBe(6);
  expect(decimalsBehind(CETH)).toBe(18);
  expect(decimalsBehind('0x041171993284df560249B57358F931D9eB7b925D')).toBeNull();
});

it('that are not among them are refused', () => {
  const [first] = markets;
  expect(() => compoundV2.read({ ...first!, chainId: 10 }, first!.address, null)).toThrow(
    'Compound v2 is not a market of Compound v2.',
  );
});
