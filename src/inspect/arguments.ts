import { getAddress, isAddress } from 'viem';
import { type Chain, chainById, chains } from '../chain/chains';
import type { Address } from '../model/asset';

export interface Request {
  readonly address: Address;
  /** The chains to read, each with the RPCs to ask. */
  readonly chains: readonly Chain[];
  readonly json: boolean;
}

/** What was typed cannot be done; the message says what to type instead. */
export class BadArguments extends Error {
  override name = 'BadArguments';
}

const USAGE = `Usage: npm run -s inspect -- ADDRESS [--chain N]... [--rpc N=URL]... [--json]
  --chain N      read only this network; may be repeated (all that Plimsoll reads)
  --rpc N=URL    ask this RPC about network N instead of the public ones; may be repeated
  --json         print one JSON object instead of text`;

/** @throws BadArguments */
export function readArguments(words: readonly string[]): Request {
  const addresses: string[] = [];
  const ids: number[] = [];
  const rpcs = new Map<number, string[]>();
  let json = false;
  const left = words.flatMap(apart);
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--json') json = true;
    else if (word === '--chain') ids.push(chainId(left.shift()));
    else if (word === '--rpc') {
      const { id, url } = rpcOf(left.shift());
      rpcs.set(id, [...(rpcs.get(id) ?? []), url]);
    } else if (word.startsWith('-')) throw new BadArguments(`There is no option ${word}.\n${USAGE}`);
    else addresses.push(word);
  }
  return { address: addressOf(addresses), chains: chosen(ids, rpcs), json };
}

/** "--chain=1" says the same as "--chain 1". */
const apart = (word: string): string[] => {
  const [, option, value] = /^(--[a-z]+)=(.*)$/s.exec(word) ?? [];
  return option === undefined || value === undefined ? [word] : [option, value];
};

/** Without a choice all chains are read; RPCs that are given are a choice of their chains. */
function chosen(ids: readonly number[], rpcs: ReadonlyMap<number, readonly string[]>): Chain[] {
  const wanted = ids.length > 0 ? ids : rpcs.size > 0 ? [...rpcs.keys()] : chains.map(({ id }) => id);
  return [...new Set(wanted)].map((id) => {
    const chain = known(id);
    return { ...chain, rpcs: rpcs.get(id) ?? chain.rpcs };
  });
}

function known(id: number): Chain {
  const chain = chainById(id);
  if (chain) return chain;
  const all = chains.map((each) => `${each.id} (${each.name})`).join(', ');
  throw new BadArguments(`Plimsoll does not read chain ${id}. It reads ${all}.`);
}

function chainId(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,14}$/.test(text)) {
    throw new BadArguments('--chain takes the number of a network, as in --chain 1 for Ethereum.');
  }
  return known(Number(text)).id;
}

function rpcOf(text: string | undefined): { id: number; url: string } {
  const [, id, url = ''] = /^([1-9]\d{0,14})=(.+)$/.exec(text ?? '') ?? [];
  if (id === undefined) {
    throw new BadArguments('--rpc takes a network and the URL to ask, as in --rpc 1=https://rpc.example.');
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new BadArguments('The URL after --rpc has to start with https:// or http://.');
  }
  return { id: known(Number(id)).id, url };
}

/** The text itself is not repeated: by mistake it may be a private key. */
function addressOf(texts: readonly string[]): Address {
  const [text, another] = texts;
  if (text === undefined) throw new BadArguments(`Which address? None was given.\n${USAGE}`);
  if (another !== undefined) throw new BadArguments('One address at a time, please.');
  if (!/^0x[0-9a-f]{40}$/i.test(text)) {
    throw new BadArguments(
      'That is not an address. It has to be 0x and 40 characters of 0 to 9 and a to f; names are not looked up.',
    );
  }
  const digits = text.slice(2);
  const says = digits !== digits.toLowerCase() && digits !== digits.toUpperCase();
  if (says && !isAddress(text)) {
    throw new BadArguments(
      'A character of this address is mistyped: its capital letters do not fit. Copy it again.',
    );
  }
  return getAddress(text.toLowerCase());
}
