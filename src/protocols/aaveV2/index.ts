import { receipts } from '../aaveV3';
import { protocolOf } from '../protocol';
import { markets } from './markets';
import { rates } from './rates';
import { read } from './read';

export const aaveV2 = protocolOf('aaveV2', 'Aave v2', 'https://app.aave.com/', markets, read, {
  receipts,
  rates,
});
