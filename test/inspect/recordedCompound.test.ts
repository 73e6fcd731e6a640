import { afterAll, beforeAll, expect, it } from 'vitest';
import { compoundV3 } from '../../src/protocols/compoundV3';
import { type CometVector, cometRecording, cometVectors, recordedCall } from '../replay/comet';
import { type ReplayServer, startReplay } from '../replay/server';
import { expectFlips } from './flips';
import { inspected, positionIn } from './run';

let server: ReplayServer;
beforeAll(async () => {
  server = await startReplay(cometRecording(cometVectors[0]!));
});
afterAll(() => server.stop());

const isTrue = (reply: string): boolean => BigInt(reply) === 1n;

/** The report of a recorded account, and of it the recorded market; the other five of the chain do not answer there. */
async function reportOf(of: CometVector) {
  server.play(cometRecording(of));
  const report = await inspected([of.account, '--rpc', `1=${server.url}`], [compoundV3]);
  expect(report.blocks).toEqual({
    1: { number: `${of.block.number}`, timestamp: `${of.block.timestamp}` },
  });
  expect(report.errors.map(({ market }) => market?.toLowerCase())).not.toContain(of.comet);
  return positionIn(report, of.comet);
}

/** What every case was, so that the test tells if it stops to look at one. */
const seen = { borrowing: 0, withoutDebt: 0, nothing: 0, flips: 0, absorbed: 0 };

it.each(cometVectors)('$id ($category): verdict and flips, as recorded', async (of) => {
  const position = await reportOf(of);
  if (!position) {
    expect(['supplier', 'empty', 'absorbedBefore']).toContain(of.category);
    seen.nothing++;
    return;
  }
  const theirs = isTrue(recordedCall(of, 'isLiquidatable', 'accrued'));
  expect(position).toMatchObject({
    protocol: 'compoundV3',
    chainId: 1,
    liquidatable: theirs,
    contract: { liquidatable: theirs, healthFactor: null },
    agrees: true,
  });
  const owed = BigInt(recordedCall(of, 'borrowBalanceOf', 'accrued'));
  expect(position.debt.map(({ amount }) => BigInt(amount))).toEqual(owed > 0n ? [owed] : []);
  const held = of.accruedCalls.filter(({ fn, result }) => fn === 'collateralBalanceOf' && BigInt(result!));
  expect(position.collateral.map(({ amount }) => BigInt(amount))).toEqual(
    held.map(({ result }) => BigInt(result!)),
  );
  if (owed === 0n) {
    expect(position).toMatchObject({ healthFactor: null, buffer: null, loss: null });
    seen.withoutDebt++;
    return;
  }
  expect(Number(position.healthFactor) < 1).toBe(theirs);
  seen.borrowing++;

  const flips = of.truth.flips.filter(({ absorb }) => absorb.why !== 'revert Paused()');
  expectFlips(
    position,
    flips.map(({ feed, absorb, role }) => ({
      ...absorb,
      feed,
      towards: role === 'base' ? 'above' : 'below',
    })),
  );
  seen.flips += flips.length;
  expectLoss(position.loss, of);
});

/** The contract's own values of what it seized, in 8 decimals, less the debt that is gone and the base paid out. */
function expectLoss(loss: string | null, { truth: { absorbNow, flips }, market }: CometVector): void {
  if (!absorbNow.ok) return;
  const unit = 10 ** { A: 6, B: 18, C: 6 }[market];
  const basePrice = Number(flips.find(({ role }) => role === 'base')!.price) / 1e8;
  const taken = absorbNow.seized.reduce((sum, { value }) => sum + Number(value) / 1e8, 0);
  const given = Number(BigInt(absorbNow.debtBefore) + BigInt(absorbNow.baseBalanceAfter)) / unit;
  const expected = taken - given * basePrice;
  expect(Math.abs(Number(loss) - expected)).toBeLessThan(1e-7 + taken * 1e-12);
  seen.absorbed++;
}

it('has looked at all of them', () => {
  expect(seen).toEqual({ borrowing: 53, withoutDebt: 4, nothing: 4, flips: 194, absorbed: 27 });
});
