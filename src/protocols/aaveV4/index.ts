import { protocolOf } from '../protocol';
import { markets } from './markets';
import { rates } from './rates';
import { read } from './read';

export const aaveV4 = protocolOf('aaveV4', 'Aave v4', 'https://pro.aave.com/', markets, read, { rates });
