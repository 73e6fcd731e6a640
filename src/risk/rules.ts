import type { Position, ProtocolId } from '../model/position';
import type { Rules } from '../model/rules';
import { rulesWith } from '../protocols/aaveV2/rules';
import { rules as aaveV3, verdicts } from '../protocols/aaveV3/rules';
import { rules as aaveV4 } from '../protocols/aaveV4/rules';
import { rules as compoundV2 } from '../protocols/compoundV2/rules';
import { rules as compoundV3 } from '../protocols/compoundV3/rules';
import { rules as morphoBlue } from '../protocols/morphoBlue/rules';

/** The contract's rules of each protocol, free of viem, so that every surface can run them. */
const all: Record<ProtocolId, Rules> = {
  aaveV2: rulesWith(verdicts),
  aaveV3,
  aaveV4,
  compoundV2,
  compoundV3,
  morphoBlue,
  spark: aaveV3,
};

export const rulesOf = (position: Position): Rules => all[position.market.protocol];
