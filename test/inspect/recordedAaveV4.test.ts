import { parseUnits } from 'viem';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aaveV4 } from '../../src/protocols/aaveV4';
import { aaveV4Recording, type RecordedPosition, recorded } from '../replay/aaveV4';
import { type ReplayServer, startReplay } from '../replay/server';
import { expectFlips } from './flips';
import { inspected, positionIn } from './run';

let server: ReplayServer;
beforeAll(async () => {
  server = await startReplay(aaveV4Recording(recorded.positions[0]!));
});
afterAll(() => server.stop());

/** The report of a recorded account, and of it the recorded spoke; the other spokes do not answer there. */
async function reportOf(of: RecordedPosition) {
  server.play(aaveV4Recording(of));
  const report = await inspected([of.account, '--rpc', `1=${server.url}`], [aaveV4]);
  expect(report.blocks).toEqual({
    1: { number: `${of.block.number}`, timestamp: `${of.block.timestamp}` },
  });
  expect(report.errors.map(({ market }) => market?.toLowerCase())).not.toContain(of.spoke);
  return positionIn(report, of.spoke);
}

/** What every case was, so that the test tells if it stops to look at one. */
const seen = { borrowing: 0, withoutDebt: 0, nothing: 0, flips: 0 };

it.each(recorded.positions)('$id ($category): verdict, health factor and flips, as recorded', async (of) => {
  const position = await reportOf(of);
  const { accountData, liquidatableNow, flips = [] } = of.truth;
  if (!position) {
    expect(['supplyOnly', 'empty']).toContain(of.category);
    seen.nothing++;
    return;
  }
  const owes = accountData.borrowCount !== '0';
  expect(position).toMatchObject({
    protocol: 'aaveV4',
    chainId: 1,
    liquidatable: liquidatableNow,
    contract: { liquidatable: liquidatableNow, healthFactor: owes ? accountData.healthFactor : null },
    agrees: true,
  });
  if (!owes) {
    expect(position).toMatchObject({ healthFactor: null, buffer: null, loss: null });
    seen.withoutDebt++;
    return;
  }
  expect(`${parseUnits(position.healthFactor!, 18)}`).toBe(accountData.healthFactor);
  seen.borrowing++;
  expectFlips(
    position,
    flips.map(({ feed, safe, liq, why, direction }) => ({
      feed,
      safe,
      liq,
      ...(why === undefined ? {} : { why }),
      towards: direction === 'up' ? 'above' : 'below',
    })),
  );
  seen.flips += flips.length;
});

it('has looked at all of them', () => {
  expect(seen).toEqual({ borrowing: 38, withoutDebt: 1, nothing: 2, flips: 109 });
});
