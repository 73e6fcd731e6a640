import type { Address } from '../../model/asset';
import { reservesInUse } from '../aaveV3';
import { contractAt, newRound } from '../contract';
import { poolAbi } from './abi';
import type { Beliefs } from './beliefs';
import type { AaveV2Market } from './markets';

/** Somebody who was known to have nothing in a market that was read before. */
export const isIdle = ({ oracle, reserves, used }: Beliefs): boolean =>
  oracle !== null && reserves.length > 0 && used.length === 0;

/** Asks an idle owner no more than whether that is still so. */
export function askIdle(market: AaveV2Market, owner: Address) {
  const { calls, ask, answer } = newRound();
  const configuration = ask(contractAt(market.address, poolAbi)('getUserConfiguration', [owner]));
  return {
    calls,
    answer,
    use: (): Pick<Beliefs, 'used'> => ({ used: reservesInUse(configuration()).map(({ id }) => id) }),
  };
}
