import { protocolOf } from '../protocol';
import { markets } from './markets';
import { rates } from './rates';
import { read } from './read';
import { receipts } from './receipt';

export const compoundV2 = protocolOf(
  'compoundV2',
  'Compound v2',
  'https://app.compound.finance/',
  markets,
  read,
  { receipts, rates },
);
