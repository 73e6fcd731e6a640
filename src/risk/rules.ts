import type { Position, ProtocolId } from '../model/position';
import type { Rules } from '../model/rules';
import { rules as aaveV3 } from '../protocols/aaveV3/rules';
import { rules as aaveV4 } from '../protocols/aaveV4/rules';
import { rules as compoundV3 } from '../protocols/compoundV3/rules';

/** The contract's rules of each protocol, free of viem, so that every surface can run them. */
const all: Record<ProtocolId, Rules> = { aaveV3, aaveV4, compoundV3 };

export const rulesOf = (position: Position): Rules => all[position.market.protocol];
