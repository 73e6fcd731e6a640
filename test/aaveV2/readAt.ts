import type { Address } from 'viem';
import { aaveV2 } from '../../src/protocols/aaveV2';
import type { AaveV2Position } from '../../src/protocols/aaveV2/rules.position';
import type { LocalClient } from '../localnet/client';
import { type MarketReading, type ReadOptions, readMarket } from '../support/readMarket';

const [main] = aaveV2.markets;

export interface ReadAt extends MarketReading {
  readonly position: AaveV2Position | null;
}

/** The production reader on the local chain's main market, with other prices in place where they are given. */
export async function readAt(client: LocalClient, owner: Address, options?: ReadOptions): Promise<ReadAt> {
  const reading = await readMarket(client, aaveV2, main!, owner, options);
  return { ...reading, position: (reading.positions[0] as AaveV2Position | undefined) ?? null };
}
