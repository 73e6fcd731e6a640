import type { Protocol } from '../model/reader';
import { aaveV2 } from './aaveV2';
import { aaveV3 } from './aaveV3';
import { aaveV4 } from './aaveV4';
import { compoundV2 } from './compoundV2';
import { compoundV3 } from './compoundV3';
import { morphoBlue } from './morphoBlue';
import { spark } from './spark';

/** Every protocol that Plimsoll reads, a line each. */
export const protocols: readonly Protocol[] = [
  aaveV3,
  aaveV4,
  spark,
  compoundV3,
  morphoBlue,
  aaveV2,
  compoundV2,
];
