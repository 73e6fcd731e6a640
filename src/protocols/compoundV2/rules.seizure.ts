import type { Seizure } from '../../model/rules';
import type { CompoundV2Debt, CompoundV2Position, CTokenCollateral } from './rules.position';
import { owedAt, WAD } from './rules.sums';

interface Taking {
  readonly owed: CompoundV2Debt;
  readonly held: CTokenCollateral;
  readonly repaid: bigint;
  readonly cTokens: bigint;
}

/**
 * CToken.liquidateBorrow repays one debt and seizes one collateral. Of all pairs the one that repays most, in dollars.
 * The liquidator keeps a part of the cTokens and the protocol the rest (protocolSeizeShare): the owner loses both.
 */
export function seizureOf(position: CompoundV2Position): Seizure | null {
  if (position.debt.length === 0) return null;
  const pairs = position.debt.flatMap((owed) =>
    position.collateral.map((held) => takingOf(position.liquidation, owed, held)),
  );
  const [first] = pairs;
  if (!first) return { repaid: [], seized: [], credited: [], blocked: 'There is no collateral to seize.' };
  const { owed, held, repaid, cTokens } = pairs.reduce((most, each) =>
    worthOf(each) > worthOf(most) ? each : most,
  );
  return {
    repaid: [{ asset: owed.address, amount: repaid }],
    seized: [{ asset: held.address, amount: (cTokens * BigInt(held.exchangeRate)) / WAD }],
    credited: [],
    blocked: position.liquidation.paused ? 'Liquidations are paused in Compound v2.' : null,
  };
}

const worthOf = ({ owed, repaid }: Taking): bigint => owedAt(repaid, BigInt(owed.price));

/** As much as the close factor and the owner's cTokens allow: a call that would seize more than there is reverts. */
function takingOf(
  { closeFactor, incentive }: CompoundV2Position['liquidation'],
  owed: CompoundV2Debt,
  held: CTokenCollateral,
): Taking {
  const most = owed.deprecated ? BigInt(owed.amount) : (BigInt(closeFactor) * BigInt(owed.amount)) / WAD;
  const ratio = seizedPerRepaid(BigInt(incentive), owed, held);
  if (ratio === null) return { owed, held, repaid: 0n, cTokens: 0n };
  const there = BigInt(held.cTokens);
  const affordable = ratio === 0n ? most : ((there + 1n) * WAD - 1n) / ratio;
  const repaid = affordable < most ? affordable : most;
  return { owed, held, repaid, cTokens: (ratio * repaid) / WAD };
}

/**
 * Comptroller.liquidateCalculateSeizeTokens: cTokens for each unit repaid as a mantissa, rounded down three times; null
 * where the collateral is worth so little that the contract would divide by 0.
 */
function seizedPerRepaid(incentive: bigint, owed: CompoundV2Debt, held: CTokenCollateral): bigint | null {
  const numerator = (incentive * BigInt(owed.price)) / WAD;
  const denominator = (BigInt(held.price) * BigInt(held.exchangeRate)) / WAD;
  return denominator === 0n ? null : (numerator * WAD) / denominator;
}
