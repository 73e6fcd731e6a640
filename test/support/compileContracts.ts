import { prepareLocalnet } from '../localnet/prepare';

/** Once before all tests: two workers that find the cache empty would both compile for half a minute. */
export default () => prepareLocalnet();
