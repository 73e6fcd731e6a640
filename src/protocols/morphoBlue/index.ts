import type { Protocol } from '../../model/reader';
import { markets } from './markets';
import { read } from './read';

export { withIds } from './beliefs';
export { discover } from './discover';

export const morphoBlue: Protocol = {
  id: 'morphoBlue',
  markets,
  read(market, owner, memo) {
    const own = markets.find(
      ({ address, chainId }) => address === market.address && chainId === market.chainId,
    );
    if (!own) throw new Error(`${market.name} is not a deployment of Morpho Blue.`);
    return read(own, owner, memo);
  },
};
