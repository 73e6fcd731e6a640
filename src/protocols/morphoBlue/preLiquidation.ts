import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import type { Hex } from '../../model/reader';
import { contractAt, type Question } from '../contract';
import { factoryAbi, morphoAbi, preLiquidationAbi } from './abi';
import type { Beliefs } from './beliefs';
import { factoryOn } from './markets';
import type { PreLiquidation } from './rules.position';
import { wouldPreLiquidate } from './verdict';

interface Early {
  readonly terms: PreLiquidation;
  readonly oracle: Address;
  readonly wouldAct: boolean;
}

/**
 * Which of the contracts that the owner allowed are pre-liquidation contracts, by their factory's word, and the terms of
 * those that are known to be. One may be allowed before it is made, so the factory is asked about the others every time.
 */
export function askPreLiquidations(
  { address: morpho, chainId }: Market,
  owner: Address,
  { authorized, preLiquidations }: Beliefs,
  ask: <T>(asked: Question<T>) => () => T,
) {
  const factory = factoryOn(chainId);
  const candidates = factory ? authorized.filter((each) => !preLiquidations.includes(each)) : [];
  const made = candidates.map((address) => ({
    address,
    isMade: ask(contractAt(factory ?? address, factoryAbi)('isPreLiquidation', [address])),
  }));
  const known = preLiquidations.map((address) => {
    const contract = contractAt(address, preLiquidationAbi);
    return {
      address,
      isAllowed: ask(contractAt(morpho, morphoAbi)('isAuthorized', [owner, address])),
      id: ask(contract('ID', [])),
      params: ask(contract('preLiquidationParams', [])),
      wouldAct: ask(wouldPreLiquidate(address, owner)),
    };
  });
  return {
    vouchedFor: (): Address[] => [
      ...preLiquidations,
      ...made.filter(({ isMade }) => isMade()).map(({ address }) => address),
    ],
    /** Those that may act on the owner's position in this market. */
    on: (market: Hex): Early[] =>
      known
        .filter(({ isAllowed, id }) => isAllowed() && id() === market)
        .map(({ address, params, wouldAct }) => {
          const [preLltv, preLCF1, preLCF2, preLIF1, preLIF2, oracle] = params();
          const factors = {
            preLCF1: `${preLCF1}`,
            preLCF2: `${preLCF2}`,
            preLIF1: `${preLIF1}`,
            preLIF2: `${preLIF2}`,
          };
          return { terms: { address, preLltv: `${preLltv}`, ...factors }, oracle, wouldAct: wouldAct() };
        }),
  };
}
