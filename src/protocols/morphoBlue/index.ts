import type { Protocol } from '../../model/reader';
import { protocolOf } from '../protocol';
import { learn } from './beliefs';
import { discover, searchedFrom } from './discover';
import { deploymentOf, markets } from './markets';
import { rates } from './rates';
import { read } from './read';
import { receipts } from './receipt';

export const morphoBlue: Protocol = {
  ...protocolOf('morphoBlue', 'Morpho Blue', 'https://app.morpho.org/', markets, read, { receipts, rates }),
  search: {
    discover(market, owner, head, searched, requests) {
      const { first } = deploymentOf(market);
      return discover({ address: market.address, first }, owner, head, searchedFrom(searched), requests);
    },
    learn,
  },
};
