import type { Chain } from '../chain/chains';
import { readChain } from '../chain/client';
import { searchLogs } from '../chain/search';
import type { Address } from '../model/asset';
import type { Oracles } from '../model/oracle';
import type { Block, Market, Position } from '../model/position';
import type { Memo, Protocol } from '../model/reader';
import type { Risk } from '../model/risk';
import { memoFor, readOracles } from '../protocols/oracles';
import { assess } from '../risk/assess';
import { gapWords } from '../view/searching';

/** Of one search of events, from the newest block into the past. */
const REQUESTS = 60;

/** What could not be read: one market, or with `market` null a whole chain. */
export interface Trouble {
  readonly chain: Chain;
  readonly market: Market | null;
  readonly message: string;
}

export interface Assessed {
  readonly chain: Chain;
  readonly position: Position;
  readonly risk: Risk;
  /** What the feeds of all positions on the chain say of themselves. */
  readonly oracles: Oracles;
}

export interface Inspection {
  readonly address: Address;
  readonly blocks: readonly { readonly chain: Chain; readonly block: Block; readonly rpc: string }[];
  readonly positions: readonly Assessed[];
  readonly errors: readonly Trouble[];
}

/** Reads an address as the worker does, everything cold, and assesses as the popup does. Never throws. */
export async function inspect(
  address: Address,
  chains: readonly Chain[],
  protocols: readonly Protocol[],
): Promise<Inspection> {
  const parts = await Promise.all(chains.map((chain) => inspectChain(address, chain, protocols)));
  return {
    address,
    blocks: parts.flatMap(({ blocks }) => blocks),
    positions: parts.flatMap(({ positions }) => positions),
    errors: parts.flatMap(({ errors }) => errors),
  };
}

async function inspectChain(
  address: Address,
  chain: Chain,
  protocols: readonly Protocol[],
): Promise<Inspection> {
  const markets = protocols.flatMap((protocol) =>
    protocol.markets.filter(({ chainId }) => chainId === chain.id).map((market) => ({ market, protocol })),
  );
  const positions: Assessed[] = [];
  const errors: Trouble[] = [];
  const blocks: Inspection['blocks'][number][] = [];
  try {
    if (markets.length === 0) throw new Error(`Plimsoll reads no market on ${chain.name} yet.`);
    const jobs = await Promise.all(
      markets.map(async (each) => ({ ...each, ...(await searched(chain, address, each)) })),
    );
    const plain = new Set<string>();
    const { outcomes, block, rpc } = await readChain(
      chain,
      () => jobs.map(({ market, protocol, memo }) => protocol.read(market, address, memo)),
      { plain },
    );
    blocks.push({ chain, block, rpc });
    const oracles = await oraclesOf(
      outcomes.flatMap((outcome) => ('reading' in outcome ? outcome.reading.positions : [])),
      chain,
      plain,
    );
    for (const [index, { market, gap }] of jobs.entries()) {
      if (gap !== null) errors.push({ chain, market, message: gap });
      const outcome = outcomes[index];
      if (!outcome) continue;
      if ('reason' in outcome) {
        errors.push({ chain, market, message: outcome.reason });
        continue;
      }
      for (const part of outcome.reading.errors ?? []) {
        errors.push({ chain, market: part.market, message: part.reason });
      }
      for (const position of outcome.reading.positions) {
        try {
          positions.push({ chain, position, risk: assess(position), oracles });
        } catch (error) {
          errors.push({ chain, market: position.market, message: messageOf(error) });
        }
      }
    }
  } catch (error) {
    errors.push({ chain, market: null, message: messageOf(error) });
  }
  return { address, blocks, positions, errors };
}

/** Enough for the deepest feeds that are deployed, and as many at once as one request holds: here they are alone in it. */
const FEED_ROUNDS = 4;
const NEW_FEEDS = 12;

/** Without an answer there is nothing to say of the feeds, and the figures stand as they are. */
async function oraclesOf(positions: readonly Position[], chain: Chain, plain: Set<string>): Promise<Oracles> {
  if (positions.length === 0) return {};
  try {
    const memo = memoFor(null, positions);
    const { outcomes } = await readChain(chain, () => [readOracles(memo, FEED_ROUNDS, NEW_FEEDS)], { plain });
    const [said] = outcomes;
    return said && 'reading' in said ? (said.reading.oracles ?? {}) : {};
  } catch {
    return {};
  }
}

/** What the events of a market say of the owner, and what may be missing of it. */
async function searched(
  chain: Chain,
  owner: Address,
  { market, protocol: { search } }: { readonly market: Market; readonly protocol: Protocol },
): Promise<{ readonly memo: Memo | null; readonly gap: string | null }> {
  if (!search) return { memo: null, gap: null };
  try {
    const found = await searchLogs(chain, (head) => search.discover(market, owner, head, null, REQUESTS));
    const gap = gapWords(`${market.name} on ${chain.name}`, { searched: found, at: 0, failure: null });
    return { memo: search.learn(null, found), gap };
  } catch (error) {
    return { memo: null, gap: `Not every loan could be searched for. ${messageOf(error)}` };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
