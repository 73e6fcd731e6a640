import type { Protocol } from '../../model/reader';
import { markets } from './markets';
import { read } from './read';

export const compoundV3: Protocol = {
  id: 'compoundV3',
  markets,
  read(market, owner, memo) {
    const own = markets.find(
      ({ address, chainId }) => address === market.address && chainId === market.chainId,
    );
    if (!own) throw new Error(`${market.name} is not a market of Compound v3.`);
    return read(own, owner, memo);
  },
};
