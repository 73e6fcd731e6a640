import type { Decimal } from 'decimal.js';
import type { Position } from '../model/position';
import type { Risk } from '../model/risk';
import { isPegged, levelOf } from './level';
import { liquidationPrices } from './liquidationPrice';
import { lossOf } from './loss';
import { rulesOf } from './rules';
import { marketMove } from './together';
import { countedOf, divide, Exact, worthOf } from './value';

const WAD_DECIMALS = 18;

/** Everything the surfaces show about one position, from its integers alone. */
export function assess(position: Position): Risk {
  const rules = rulesOf(position);
  const { collateral, debt } = position;
  const collateralValue = worthOf(collateral);
  const wad = rules.healthFactor(position);
  if (wad === null) return { kind: 'no-debt', collateralValue: collateralValue.toString() };

  const liquidatable = rules.liquidatable(position);
  const debtValue = worthOf(debt);
  const healthFactor = new Exact(`${wad}e-${WAD_DECIMALS}`);
  const weighted = countedOf(collateral, 'threshold', position);
  const share = bufferShare(weighted, debtValue);
  const power = countedOf(collateral, 'loanToValue', position);
  const pegged = isPegged(position);
  return {
    kind: 'borrowing',
    level: levelOf(share, liquidatable, pegged),
    healthFactor: healthFactor.toString(),
    buffer: { share: share.toString(), value: weighted.minus(debtValue).toString() },
    collateralValue: collateralValue.toString(),
    debtValue: debtValue.toString(),
    borrowingPower: power.toString(),
    utilization: power.isZero() ? null : divide(debtValue, power).toString(),
    loss: lossOf(position),
    liquidationPrices: liquidationPrices(position),
    together: marketMove(position, liquidatable),
    pegged,
    agrees: position.agrees,
  };
}

/** How far the counted collateral may fall, 1 − debt / counted, which is 1 − 1/HF; nothing counts, nothing is left. */
function bufferShare(weighted: Decimal, debtValue: Decimal): Decimal {
  return weighted.isZero() ? new Exact(-Infinity) : divide(weighted.minus(debtValue), weighted);
}
