import { protocolOf } from '../protocol';
import { markets } from './markets';
import { read } from './read';

export { withIds } from './beliefs';
export { discover } from './discover';

export const morphoBlue = protocolOf('morphoBlue', 'Morpho Blue', markets, read);
