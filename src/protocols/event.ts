import { pad } from 'viem';
import type { Address } from '../model/asset';
import type { Log } from '../model/logs';
import type { Holding } from '../model/position';
import type { Hex } from '../model/reader';
import type { Amount } from '../model/rules';

/** An address as an indexed argument. */
export const topicOf = (address: Address): Hex => pad(address.toLowerCase() as Hex);

/** An indexed argument or a word as an address, in lower case. */
export const addressIn = (word: Hex | undefined): Address => `0x${(word ?? '').slice(-40)}`;

/** The data of an event without dynamic arguments. @throws where it is not of exactly so many words */
export function wordsOf({ data }: Log, count: number): Hex[] {
  const words = data.slice(2).match(/.{64}/g) ?? [];
  if (words.length !== count || data.length !== 2 + 64 * count)
    throw new Error('An event is not of the expected form.');
  return words.map((word): Hex => `0x${word}`);
}

/** By the address that the position itself has for the asset. @throws where the position has no such asset */
export function amountOf(holdings: readonly Holding[], asset: Address, word: Hex | undefined): Amount {
  const found = holdings.find(({ address }) => address.toLowerCase() === asset);
  if (!found) throw new Error('An event is of an asset that the position does not have.');
  return { asset: found.address, amount: BigInt(word ?? 0) };
}
