import type { Address } from '../../model/asset';
import { contractAt, newRound } from '../contract';
import { poolAbi } from './abi';
import type { Beliefs } from './beliefs';
import { reservesInUse } from './configuration';
import type { AaveV3Market } from './markets';

/** Somebody who was known to have nothing in a market that was read before. */
export const isIdle = ({ oracle, reserves, used }: Beliefs): boolean =>
  oracle !== null && reserves.length > 0 && used.length === 0;

/** Asks an idle owner no more than whether that is still so: most wallets have nothing in most markets. */
export function askIdle(market: AaveV3Market, owner: Address) {
  const { calls, ask, answer } = newRound();
  const pool = contractAt(market.address, poolAbi);
  const configuration = ask(pool('getUserConfiguration', [owner]));
  const eModeId = ask(pool('getUserEMode', [owner]));
  return {
    calls,
    answer,
    use: (): Pick<Beliefs, 'used' | 'eMode'> => ({
      used: reservesInUse(configuration()).map(({ id }) => id),
      eMode: Number(eModeId()),
    }),
  };
}
