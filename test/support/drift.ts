import { expect } from 'vitest';
import type { Position } from '../../src/model/position';
import type { HoldingRate, Rates } from '../../src/model/rates';
import { drift } from '../../src/risk/drift';

const YEAR = 31_536_000;

/** Half a ray for each of n³ / 6: what Aave up to 3.3 rounds off, or on. */
const halfRays = (seconds: number): number => seconds ** 3 / 12 / 1e27;

/** What was added at a rate in some seconds: a collateral earns simple interest, a debt up to e^x; to the unit. */
export function expectGrowth(
  before: bigint,
  after: bigint,
  rate: HoldingRate,
  seconds: number,
  owed: boolean,
) {
  const grown = Number(after - before);
  const yearly = Number(rate.own) / 1e27;
  const x = yearly * (seconds / YEAR);
  const coarse = rate.coarse ? halfRays(seconds) : 0;
  const units = 2 + Number(before) * (1e-14 + (owed ? coarse : 0)); // a float's own
  const least = Number(before) * (owed ? x : x / (1 + yearly * (rate.since / YEAR)));
  expect(grown).toBeGreaterThanOrEqual(least - units);
  expect(grown).toBeLessThanOrEqual((owed ? Number(before) * Math.expm1(x) : least) + units);
}

/**
 * Travels to the last second that we call safe: the contract refuses; and on by no more than what compounding in every
 * instant is ahead of the contract's own way of adding interest, and a minute: it liquidates.
 * @param ahead the share of a debt by which e^x is ahead of the contract, where x is its yearly rate times the years
 */
export async function expectDrift(
  { position, rates }: { position: Position; rates: Rates },
  travel: (seconds: number) => Promise<void>,
  liquidates: () => Promise<boolean>,
  ahead: (x: number) => number,
): Promise<number> {
  const span = drift(position, rates)?.now;
  if (typeof span !== 'number') throw new Error(`no drift: ${span}`);
  expect(span).toBeGreaterThan(86_400);
  expect(await liquidates()).toBe(false);
  await travel(span);
  expect(await liquidates()).toBe(false);
  const debt = position.debt.map((_, place) => Number(rates.debt[place]?.own) / 1e27);
  const x = Math.max(...debt) * (span / YEAR);
  // What is owed grows towards what counts by the difference of both rates: half of the lowest is a slow approach.
  const coarse = rates.debt.some((rate) => rate?.coarse) ? 2 * halfRays(span) : 0;
  const later = ((ahead(x) + coarse) / (Math.min(...debt) / 2)) * YEAR;
  await travel(60 + Math.ceil(later));
  expect(await liquidates()).toBe(true);
  return span;
}

/** The rest of e^x after a polynomial of this order: Aave's and Morpho's third, a simple interest's first. */
export const restOf = (order: 1 | 3) => (x: number) => {
  const next = order + 1;
  const factorial = next === 2 ? 2 : 24;
  return (x ** next / factorial) * Math.exp(x);
};
