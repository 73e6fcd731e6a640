import type { Protocol } from '../model/reader';
import { aaveV3 } from './aaveV3';

/** Every protocol that Plimsoll reads, a line each. */
export const protocols: readonly Protocol[] = [aaveV3];
