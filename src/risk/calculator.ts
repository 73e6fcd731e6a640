import { Decimal } from 'decimal.js';
import type { Address } from '../model/asset';
import type { Calculation, CalculatorError, CalculatorRow } from '../model/calculator';
import type { Collateral, Debt, Position } from '../model/position';
import type { LevelChoices } from '../model/settings';
import { assess } from './assess';
import { AMOUNT_DECIMALS, type ParsedRow, PRICE_DECIMALS, parseRow } from './calculatorRow';
import { usualChoices } from './choices';
import { countedOf, worthOf } from './value';

const NOBODY: Address = '0x0000000000000000000000000000000000000000';

/** Keep below it. */
const WATERMARK = '0.8';

/** The rows of a form as a position, judged by the rules of Aave v3.5 and later: they sum exactly. */
export function calculate(rows: readonly CalculatorRow[], choices: LevelChoices = usualChoices): Calculation {
  const parsed = rows.map(parseRow);
  const errors = parsed.flatMap((row) => (isError(row) ? row : []));
  if (errors.length > 0) return { ok: false, errors };
  const good = parsed.flatMap((row) => (isError(row) ? [] : [row]));
  const twice = twoPrices(rows, good);
  if (twice) return { ok: false, errors: [twice] };
  const feeds = good.map((_, index) => feedOf(rows, good, index));
  const position = positionOf(rows, good, feeds);
  const risk = assess(position, choices);
  const power = countedOf(position.collateral, 'loanToValue', position);
  const debt = worthOf(position.debt);
  const prices = risk.kind === 'borrowing' ? risk.liquidationPrices : [];
  return {
    ok: true,
    risk,
    borrowingPower: power.toString(),
    available: left(power, debt),
    availableTo80: left(power.mul(WATERMARK), debt),
    liquidationPrices: feeds.map((feed) => prices.find((found) => found.feed === feed) ?? null),
  };
}

const isError = (row: ParsedRow | CalculatorError[]): row is CalculatorError[] => Array.isArray(row);

const left = (power: Decimal, debt: Decimal): string => Decimal.max(0, power.minus(debt)).toString();

const isPriced = (row: CalculatorRow | undefined): boolean => row?.value === undefined;

/** One asset has one price, on whatever side it stands. */
function twoPrices(rows: readonly CalculatorRow[], good: readonly ParsedRow[]): CalculatorError | null {
  const index = good.findIndex(({ symbol, price }, at) =>
    good.some(
      (other, before) =>
        before < at &&
        isPriced(rows[at]) &&
        isPriced(rows[before]) &&
        other.symbol === symbol &&
        other.price !== price,
    ),
  );
  const symbol = good[index]?.symbol;
  return symbol ? { row: index, field: 'price', message: `${symbol} has another price above.` } : null;
}

/** Rows of one asset move together; a row that is given by its value moves on its own. */
function feedOf(rows: readonly CalculatorRow[], good: readonly ParsedRow[], index: number): Address {
  const first = good.findIndex(
    ({ symbol }, at) => isPriced(rows[at]) && isPriced(rows[index]) && symbol === good[index]?.symbol,
  );
  return `0x${((first < 0 ? index : first) + 1).toString(16).padStart(40, '0')}`;
}

/** What the verdicts of Aave v3 ask of a position beyond what every position has; nobody liquidates this one. */
interface OnPaper extends Position {
  readonly collateral: readonly (Collateral & {
    readonly liquidationBonus: string;
    readonly liquidationFee: string;
    readonly graceUntil: null;
  })[];
  readonly debt: readonly (Debt & { readonly graceUntil: null })[];
  readonly arithmetic: 'exactSum';
  readonly version: '3.0';
}

function positionOf(
  rows: readonly CalculatorRow[],
  good: readonly ParsedRow[],
  feeds: readonly Address[],
): OnPaper {
  const all = good.map(({ symbol, amount, price, factor, threshold }, index) => ({
    side: rows[index]?.side,
    address: feeds[index] ?? NOBODY,
    feed: feeds[index] ?? NOBODY,
    symbol,
    decimals: AMOUNT_DECIMALS,
    amount,
    price,
    priceDecimals: PRICE_DECIMALS,
    conditions: [],
    graceUntil: null,
    threshold,
    loanToValue: factor,
    enabled: true,
    liquidationBonus: '10000',
    liquidationFee: '0',
  }));
  return {
    market: { protocol: 'aaveV3', chainId: 0, address: NOBODY, name: 'Calculator' },
    owner: NOBODY,
    unit: 'USD',
    factorScale: '10000',
    collateral: all.filter(({ side, amount }) => side === 'collateral' && amount !== '0'),
    debt: all.filter(({ side, amount, price }) => side === 'debt' && amount !== '0' && price !== '0'),
    contract: { healthFactor: null, liquidatable: false },
    agrees: true,
    arithmetic: 'exactSum',
    version: '3.0',
  };
}
