import type { Position } from '../model/position';
import type { Risk } from '../model/risk';
import { bufferOf } from './buffer';
import { isPegged, levelOf } from './level';
import { liquidationPrices } from './liquidationPrice';
import { lossOf } from './loss';
import { rulesOf } from './rules';
import { marketMove } from './together';
import { counted, divide, Exact, sum, worth } from './value';

const WAD_DECIMALS = 18;

/** Everything the surfaces show about one position, from its integers alone. */
export function assess(position: Position): Risk {
  const rules = rulesOf(position);
  const { collateral, debt } = position;
  const collateralValue = sum(collateral.map((held) => worth(held)));
  const wad = rules.healthFactor(position);
  if (wad === null) return { kind: 'no-debt', collateralValue: collateralValue.toString() };

  const liquidatable = rules.liquidatable(position);
  const debtValue = sum(debt.map((owed) => worth(owed)));
  const healthFactor = new Exact(wad.toString()).div(new Exact(10).pow(WAD_DECIMALS));
  const weighted = sum(collateral.map((held) => counted(held, 'threshold', position)));
  const share = bufferOf(position);
  const power = sum(collateral.map((held) => counted(held, 'loanToValue', position)));
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
