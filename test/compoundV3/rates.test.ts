import { decodeFunctionResult, parseAbi } from 'viem';
import { expect, it } from 'vitest';
import { compoundV3 } from '../../src/protocols/compoundV3';
import { drift } from '../../src/risk/drift';
import {
  type CometVector,
  cometDrifts,
  cometRecording,
  cometVector,
  recordedOfMarket,
} from '../replay/comet';
import { answerCall } from '../replay/recording';
import { readRates } from '../support/readRates';
import { positionAt } from './readComet';

const YEAR = 31_536_000;
const TEN_YEARS = 10 * YEAR;

const abi = parseAbi([
  'function totalsBasic() view returns (uint64, uint64, uint64, uint64, uint104, uint104, uint40 lastAccrualTime, uint8)',
]);

const ratesOf = async (of: CometVector) => {
  const position = await positionAt(of);
  const recording = cometRecording(of);
  const send = async (call: Parameters<typeof answerCall>[1]) => answerCall(recording, call).data;
  return { position, rates: await readRates(compoundV3, position, send) };
};

const recorded = (of: CometVector, fn: string) => BigInt(recordedOfMarket(of, fn));

it.each(cometDrifts.map((each) => [each.id, each] as const))(
  'interest alone lets Comet absorb %s when we say, as real absorbs did',
  async (id, { fromBlock, lastSafeTimestamp }) => {
    const of = cometVector(id);
    const { position, rates } = await ratesOf(of);
    const span = drift(position, rates)?.now;
    const real = lastSafeTimestamp - fromBlock.timestamp;
    if (real > TEN_YEARS) return expect(span).toBe('beyond');
    if (typeof span !== 'number') throw new Error(`${span}`);
    expect(span).toBeLessThanOrEqual(real);
    // Comet adds simple interest since somebody last touched it: what we say, told in its own way of counting.
    const [, , , , , , lastAccrual] = decodeFunctionResult({
      abi,
      data: recordedOfMarket(of, 'totalsBasic'),
    });
    const rate = Number(rates.debt[0]?.own) / 1e27 / YEAR;
    const simple = (Math.expm1(rate * span) / rate) * (1 + rate * (fromBlock.timestamp - lastAccrual));
    expect(Math.abs(real - simple)).toBeLessThan(60);
  },
);

it('the curve is that of the contract, and the pool stands where it says', async () => {
  const of = cometVector(cometDrifts[1]!.id);
  const { rates } = await ratesOf(of);
  const [owed] = rates.debt;
  const { corners, utilization } = owed!.curve!;
  const slope = (name: string) => Number(recorded(of, `borrowPerSecondInterestRate${name}`)) / 1e18;
  const kink = Number(recorded(of, 'borrowKink')) / 1e18;
  const base = slope('Base') * YEAR;
  const bend = base + slope('SlopeLow') * YEAR * kink;
  const top = bend + slope('SlopeHigh') * YEAR * (1 - kink);
  for (const [place, [at, rate]] of [
    [0, base],
    [kink, bend],
    [1, top],
  ].entries()) {
    expect(Number(corners[place]?.utilization) / 1e27).toBeCloseTo(at!, 12);
    expect(Number(corners[place]?.rate) / 1e27).toBeCloseTo(rate!, 9);
  }
  expect(Number(utilization) / 1e27).toBeCloseTo(Number(recorded(of, 'getUtilization')) / 1e18, 6);
  expect(owed!.worst).toEqual({ rate: corners.at(-1)!.rate, climb: null });
  expect(rates.collateral.every((held) => held?.own === '0')).toBe(true);
});
