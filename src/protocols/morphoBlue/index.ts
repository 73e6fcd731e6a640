import type { Protocol } from '../../model/reader';
import { learn } from './beliefs';
import { discover, searchedFrom } from './discover';
import { deploymentOf, markets } from './markets';
import { read } from './read';

export const morphoBlue: Protocol = {
  id: 'morphoBlue',
  markets,
  read: (market, owner, memo) => read(deploymentOf(market).market, owner, memo),
  search: {
    discover(market, owner, head, searched, requests) {
      const { first } = deploymentOf(market);
      return discover({ address: market.address, first }, owner, head, searchedFrom(searched), requests);
    },
    learn,
  },
};
