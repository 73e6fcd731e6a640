import type { ParameterChange, ParameterEffect } from '../model/parameter';
import type { Collateral, Holding, Position } from '../model/position';
import { rulesOf } from './rules';
import { Exact, ofWad } from './value';

/** What protocols' positions carry of their parameters (`rules.position.ts` in their folders). */
interface Terms extends Collateral {
  /** Aave's, in basis points with the debt's own 10,000. */
  readonly liquidationBonus?: string;
  readonly maxLiquidationBonus?: string;
  /** Compound v3's: what is credited, over the factor scale. */
  readonly liquidationFactor?: string;
  /** Aave v4's. */
  readonly reserveId?: number;
}

type Shared = Holding & { readonly shares?: string; readonly drawnShares?: string };

type Carrying = Position & {
  readonly eMode?: { readonly id: number } | null;
  readonly preLiquidations?: readonly { readonly address: string }[];
  /** Compound v2's, as mantissas. */
  readonly liquidation?: { readonly closeFactor?: string; readonly incentive?: string };
};

const BASIS_POINTS = 10_000;

const over = (value: string, scale: string | number, less = 0): string =>
  new Exact(value).div(scale).minus(less).abs().toString();

/**
 * What was set anew between two readings of a position though its owner did nothing, and what that alone does to its
 * health factor; null where nothing was. An efficiency mode or an allowance is the owner's choice, and in Aave v4
 * an action moves the position to the newest terms.
 */
export function parameterEffect(before: Position, after: Position): ParameterEffect | null {
  if (isOwnersDoing(before, after)) return null;
  const changes = [
    ...after.collateral.flatMap((now) => {
      const was = before.collateral.find((each) => isSame(each, now));
      return was ? ofCollateral(was, now, before, after) : [];
    }),
    ...ofMarket(before, after),
  ];
  if (changes.length === 0) return null;
  return { changes, before: healthOf(withTermsOf(before, after)), after: healthOf(after) };
}

/** Whether the owner moved the position to other terms, as only an owner can. */
export function isOwnersDoing(before: Carrying, after: Carrying): boolean {
  const chosen = ({ eMode, preLiquidations }: Carrying): string =>
    [eMode?.id, ...(preLiquidations ?? []).map(({ address }) => address)].join();
  return chosen(before) !== chosen(after) || sharesOf(before) !== sharesOf(after);
}

/** Aave v4's, which only actions change. */
const sharesOf = ({ collateral, debt }: Position): string =>
  [...collateral, ...debt].map(({ shares, drawnShares }: Shared) => shares ?? drawnShares ?? '').join('');

const isSame = (a: Terms, b: Terms): boolean => a.address === b.address && a.reserveId === b.reserveId;

function ofCollateral(was: Terms, now: Terms, before: Position, after: Position): ParameterChange[] {
  const pairs = [
    ['threshold', over(was.threshold, before.factorScale), over(now.threshold, after.factorScale)],
    ['loanToValue', over(was.loanToValue, before.factorScale), over(now.loanToValue, after.factorScale)],
    ['bonus', bonusOf(was, before), bonusOf(now, after)],
  ] as const;
  return pairs.flatMap(([what, from, to]) => changed(what, now.symbol, from, to));
}

function bonusOf(held: Terms, { factorScale }: Position): string | null {
  const points = held.liquidationBonus ?? held.maxLiquidationBonus;
  if (points) return over(points, BASIS_POINTS, 1);
  return held.liquidationFactor ? over(held.liquidationFactor, factorScale, 1) : null;
}

const mantissa = (of: string | undefined, less = 0): string | null =>
  of === undefined ? null : over(of, '1e18', less);

const ofMarket = ({ liquidation: was }: Carrying, { liquidation: now }: Carrying): ParameterChange[] => [
  ...changed('closeFactor', null, mantissa(was?.closeFactor), mantissa(now?.closeFactor)),
  ...changed('bonus', null, mantissa(was?.incentive, 1), mantissa(now?.incentive, 1)),
];

const changed = (
  what: ParameterChange['what'],
  symbol: string | null,
  before: string | null,
  after: string | null,
): ParameterChange[] =>
  before === null || after === null || before === after ? [] : [{ what, symbol, before, after }];

/** The later position by the earlier thresholds. */
const withTermsOf = (before: Position, after: Position): Position => ({
  ...after,
  collateral: after.collateral.map((now) => {
    const was = before.collateral.find((each) => isSame(each, now));
    return was ? { ...now, threshold: was.threshold, loanToValue: was.loanToValue } : now;
  }),
});

function healthOf(position: Position): string | null {
  const wad = rulesOf(position).healthFactor(position);
  return wad === null ? null : ofWad(wad).toString();
}
