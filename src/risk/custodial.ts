import { Decimal } from 'decimal.js';
import type { KnownLevel } from '../model/alert';
import type { CustodialLoan, CustodialRisk, TierReach, Tiers } from '../model/lender';
import type { Limits } from '../model/settings';
import { usualChoices } from './choices';
import { waryLevel } from './crossing';
import { levelOf } from './level';
import { divide, Exact } from './value';

const SHOWN_DIGITS = 6;
const PRICE_DIGITS = 8;
const DAYS_A_YEAR = 365;
const MOST_DAYS = 100 * DAYS_A_YEAR;
const TIERS = ['start', 'marginCall', 'liquidation'] as const;

interface Row {
  readonly amount: Decimal;
  readonly value: Decimal;
}

/**
 * A loan at a lender that keeps the collateral: it acts where loan ÷ value of the collateral is at a tier or above. The
 * level is that of the buffer up to the liquidation tier, and Low at best once there is a margin call.
 * @throws in the user's words where a number makes no sense
 */
export function custodialRisk(
  of: CustodialLoan,
  limits: Limits = usualChoices.levels.volatile,
): CustodialRisk {
  const { marginCall, liquidation } = tiersOf(of);
  const loan = atLeastZero(of.loan, 'The loan');
  const rate = atLeastZero(of.yearlyRate, 'The rate');
  const rows = of.collateral.map(({ symbol, amount, price }): Row => {
    const held = atLeastZero(amount, `The amount of ${symbol}`);
    return { amount: held, value: held.mul(atLeastZero(price, `The price of ${symbol}`)) };
  });
  const value = rows.reduce((all, row) => all.plus(row.value), new Exact(0));
  const owes = !loan.isZero();
  const isAt = (ltv: Decimal): boolean => owes && loan.gte(ltv.mul(value));
  const tiers = TIERS.map((tier): TierReach => {
    const ltv = new Exact(of.tiers[tier]);
    const reached = isAt(ltv);
    return {
      tier,
      ltv: of.tiers[tier],
      reached,
      prices: rows.map((row) =>
        reached || !owes ? null : priceAt(row, loan.div(ltv).minus(value.minus(row.value))),
      ),
      move: reached || !owes ? null : shown(divide(loan, ltv.mul(value)).minus(1), Decimal.ROUND_DOWN),
      days: reached ? 0 : owes ? daysUntil(divide(ltv.mul(value), loan), rate) : null,
    };
  });
  const buffer = bufferTo(of, liquidation);
  const level = owes ? levelOf(buffer, isAt(liquidation), limits) : 'safe';
  return {
    ltv: value.isZero() ? null : shown(divide(loan, value), Decimal.ROUND_UP),
    level: isAt(marginCall) && (level === 'safe' || level === 'watch') ? 'low' : level,
    standing: tiers.findLast(({ reached }) => reached)?.tier ?? null,
    tiers,
  };
}

/**
 * The level by which a loan is told of: a margin call is Critical, because the lender wants something done, and the
 * liquidation tier Liquidatable. With the same at a buffer smaller by the margin of prices that flutter.
 */
export function tierAlarm(
  { standing, level }: CustodialRisk,
  of: CustodialLoan,
  limits: Limits,
): { level: KnownLevel; wary: KnownLevel } {
  const { marginCall, liquidation } = tiersOf(of);
  const call = new Exact(1).minus(divide(marginCall, liquidation)).toString();
  const atLeast = (limit: string): string => (new Exact(limit).gt(call) ? limit : call);
  const tiers: Limits = [atLeast(limits[0]), atLeast(limits[1]), call];
  const isCalled = standing === 'marginCall' && level !== 'liquidatable';
  return {
    level: isCalled ? 'critical' : level,
    wary: waryLevel(bufferTo(of, liquidation).toString(), false, tiers),
  };
}

/** What is left of the collateral's value up to a tier, as a share. */
function bufferTo({ loan, collateral }: CustodialLoan, tier: Decimal): Decimal {
  const value = collateral.reduce(
    (all, { amount, price }) => all.plus(new Exact(amount).mul(price)),
    new Exact(0),
  );
  return value.isZero() ? new Exact(0) : new Exact(1).minus(divide(new Exact(loan), tier.mul(value)));
}

/**
 * What is owed after so many whole days without a payment: compounded daily, the most that a yearly rate can mean, rounded
 * up to 8 decimals.
 */
export function owedAfter({ loan, yearlyRate }: CustodialLoan, days: number): string {
  const daily = new Exact(yearlyRate).div(DAYS_A_YEAR).plus(1);
  return new Exact(loan).mul(daily.pow(days)).toDecimalPlaces(PRICE_DIGITS, Decimal.ROUND_UP).toString();
}

const shown = (share: Decimal, rounding: Decimal.Rounding): string =>
  share.toDecimalPlaces(SHOWN_DIGITS, rounding).toString();

/** The price at which a row is worth what has to be left of it. */
function priceAt({ amount }: Row, needed: Decimal): string | null {
  if (needed.lte(0) || amount.isZero()) return null;
  return divide(needed, amount).toDecimalPlaces(PRICE_DIGITS, Decimal.ROUND_UP).toString();
}

/** The last whole day on which a debt that is compounded daily, the earliest way to get there, is still below so much of it. */
function daysUntil(growth: Decimal, rate: Decimal): number | null {
  if (rate.isZero()) return null;
  const daily = rate.div(DAYS_A_YEAR).plus(1);
  if (daily.pow(MOST_DAYS).lt(growth)) return null;
  let below = 0;
  let reached = MOST_DAYS;
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (daily.pow(middle).lt(growth)) below = middle;
    else reached = middle;
  }
  return below;
}

function atLeastZero(text: string, what: string): Decimal {
  if (!/^\d{1,30}(\.\d{1,30})?$/.test(text)) throw new Error(`${what} must be a number, like 1250.50.`);
  return new Exact(text);
}

function tiersOf({ tiers }: CustodialLoan): Record<keyof Tiers, Decimal> {
  const [start, marginCall, liquidation] = TIERS.map((tier) => atLeastZero(tiers[tier], 'A tier')) as [
    Decimal,
    Decimal,
    Decimal,
  ];
  if (start.lte(0) || start.gt(marginCall) || marginCall.gt(liquidation) || liquidation.gt(1))
    throw new Error('The tiers must rise from start to margin call to liquidation, up to 100%.');
  return { start, marginCall, liquidation };
}
