import { protocolOf } from '../protocol';
import { markets } from './markets';
import { rates } from './rates';
import { read } from './read';
import { receipts } from './receipt';

export const compoundV3 = protocolOf(
  'compoundV3',
  'Compound v3',
  'https://app.compound.finance/',
  markets,
  read,
  { receipts, rates },
);
