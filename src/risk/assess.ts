import type { Position } from '../model/position';
import type { Risk } from '../model/risk';
import type { LevelChoices } from '../model/settings';
import { bufferOf } from './buffer';
import { usualChoices } from './choices';
import { isPegged, levelOf, limitsOf } from './level';
import { liquidationPrices } from './liquidationPrice';
import { lossOf } from './loss';
import { rulesOf } from './rules';
import { marketMove } from './together';
import { countedOf, divide, ofWad, worthOf } from './value';

/** Everything the surfaces show about one position, from its integers alone, and its level by the user's choices. */
export function assess(position: Position, choices: LevelChoices = usualChoices): Risk {
  const rules = rulesOf(position);
  const { collateral } = position;
  const collateralValue = worthOf(collateral);
  const wad = rules.healthFactor(position);
  if (wad === null) return { kind: 'no-debt', collateralValue: collateralValue.toString() };

  const liquidatable = rules.liquidatable(position);
  const seizure = rules.seizure(position);
  const { value, share, debtValue } = bufferOf(position);
  const power = countedOf(collateral, 'loanToValue', position);
  const limits = limitsOf(position, choices);
  return {
    kind: 'borrowing',
    level: levelOf(share, liquidatable, limits),
    limits,
    healthFactor: ofWad(wad).toString(),
    buffer: { share: share.toString(), value: value.toString() },
    collateralValue: collateralValue.toString(),
    debtValue: debtValue.toString(),
    borrowingPower: power.toString(),
    utilization: power.isZero() ? null : divide(debtValue, power).toString(),
    loss: lossOf(position, seizure),
    blocked: seizure?.blocked ?? null,
    liquidationPrices: liquidationPrices(position),
    together: marketMove(position),
    pegged: isPegged(position),
    agrees: position.agrees,
  };
}
