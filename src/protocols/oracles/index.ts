export { givenUp, memoFor } from './known';
export { readOracles } from './read';
