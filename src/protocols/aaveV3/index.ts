import type { Protocol } from '../../model/reader';
import { type AaveV3Market, markets } from './markets';
import { read } from './read';

/** A protocol whose markets are Aave v3 pools: Aave's own, or a fork's. */
export const poolsOf = (
  id: AaveV3Market['protocol'],
  name: string,
  own: readonly AaveV3Market[],
): Protocol => ({
  id,
  markets: own,
  read(market, owner, memo) {
    const known = own.find(
      ({ address, chainId }) => address === market.address && chainId === market.chainId,
    );
    if (!known) throw new Error(`${market.name} is not a market of ${name}.`);
    return read(known, owner, memo);
  },
});

export const aaveV3: Protocol = poolsOf('aaveV3', 'Aave v3', markets);

/** What v2 had already. */
export { dataProviderAbi, tokenAbi } from './abi';
export { decodeConfiguration, type ReserveUse, reservesInUse } from './configuration';
export { verdicts } from './rules';
export type { AaveV3Market };
