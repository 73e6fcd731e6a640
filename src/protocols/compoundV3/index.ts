import { protocolOf } from '../protocol';
import { markets } from './markets';
import { rates } from './rates';
import { read } from './read';

export const compoundV3 = protocolOf(
  'compoundV3',
  'Compound v3',
  'https://app.compound.finance/',
  markets,
  read,
  rates,
);
