import type { Protocol } from '../../model/reader';
import { markets } from './markets';
import { read } from './read';

export const compoundV2: Protocol = {
  id: 'compoundV2',
  markets,
  read(market, owner, memo) {
    const own = markets.find(
      ({ address, chainId }) => address === market.address && chainId === market.chainId,
    );
    if (!own) throw new Error(`${market.name} is not a market of Compound v2.`);
    return read(own, owner, memo);
  },
};
