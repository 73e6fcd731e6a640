import type { Address, StateOverride } from 'viem';
import { runInLockstep } from '../../src/chain/lockstep';
import type { Market, Position } from '../../src/model/position';
import type { Call, Memo, Protocol } from '../../src/model/reader';
import type { LocalClient } from '../localnet/client';
import { askRound } from './askRound';

export interface MarketReading {
  readonly positions: readonly Position[];
  readonly memo: Memo;
  /** How many eth_calls it took, and how many bytes of JSON the last one answered. */
  readonly rounds: number;
  readonly bytes: number;
}

export interface ReadOptions {
  readonly memo?: Memo | null;
  readonly stateOverride?: StateOverride;
}

/** A production reader on the local chain, with other state in place where it is given. Throws what the reader says. */
export async function readMarket(
  client: LocalClient,
  protocol: Protocol,
  market: Market,
  owner: Address,
  { memo = null, stateOverride = [] }: ReadOptions = {},
): Promise<MarketReading> {
  let rounds = 0;
  let bytes = 0;
  const send = async (calls: readonly Call[]) => {
    rounds++;
    const { round, received } = await askRound(client, calls, { stateOverride });
    bytes = received;
    return round;
  };
  const { outcomes } = await runInLockstep([protocol.read(market, owner, memo)], send);
  const [outcome] = outcomes;
  if (!outcome || 'reason' in outcome) throw new Error(outcome?.reason ?? 'no outcome');
  return { positions: outcome.reading.positions, memo: outcome.reading.memo, rounds, bytes };
}
