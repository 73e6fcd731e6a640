import type { Address } from 'viem';
import { aaveV3 } from '../../src/protocols/aaveV3';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import type { LocalClient } from '../localnet/client';
import { type MarketReading, type ReadOptions, readMarket } from '../support/readMarket';

const [core] = aaveV3.markets;

export interface ReadAt extends MarketReading {
  readonly position: AaveV3Position | null;
}

/** The production reader on the local chain's Core market, with other prices in place where they are given. */
export async function readAt(
  client: LocalClient,
  owner: Address,
  options: ReadOptions = {},
): Promise<ReadAt> {
  const reading = await readMarket(client, aaveV3, core!, owner, options);
  return { ...reading, position: (reading.positions[0] as AaveV3Position | undefined) ?? null };
}
