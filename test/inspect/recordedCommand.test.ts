import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Report } from '../../src/inspect/report';
import { aaveV4Recording, recordedPosition } from '../replay/aaveV4';
import { cometRecording, cometVector, recordedCall } from '../replay/comet';
import { type ReplayServer, startReplay } from '../replay/server';
import { expectFlips } from './flips';
import { command, positionIn } from './run';

/** Starting a process and compiling what it runs takes seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

let server: ReplayServer;
beforeAll(async () => {
  server = await startReplay(cometRecording(cometVector('g-comet-04')));
});
afterAll(() => server.stop());

/** What the command prints about a recorded account, in a process of its own and with all protocols that are read. */
async function printed(account: string, market: string) {
  const words = [account, '--chain', '1', '--rpc', `1=${server.url}`, '--json'];
  const { code, stdout, stderr } = await command(words);
  expect([code, stderr]).toEqual([0, '']);
  const report: Report = JSON.parse(stdout);
  expect(report.positions).toHaveLength(1);
  return positionIn(report, market)!;
}

it.each(['g-comet-04', 'g-comet-10'])('Compound v3, %s: verdict and flips as recorded', async (id) => {
  const of = cometVector(id);
  server.play(cometRecording(of));
  const position = await printed(of.account, of.comet);
  const theirs = BigInt(recordedCall(of, 'isLiquidatable', 'accrued')) === 1n;
  const contract = { liquidatable: theirs, healthFactor: null };
  expect(position).toMatchObject({ protocol: 'compoundV3', liquidatable: theirs, contract, agrees: true });
  expect(position.liquidationPrices).toHaveLength(of.truth.flips.length);
  expectFlips(
    position,
    of.truth.flips.map(({ feed, absorb, role }) => ({
      ...absorb,
      feed,
      towards: role === 'base' ? 'above' : 'below',
    })),
  );
});

it.each(['g-v4-12', 'g-v4-30'])('Aave v4, %s: verdict and flips as recorded', async (id) => {
  const of = recordedPosition(id);
  server.play(aaveV4Recording(of));
  const { accountData, liquidatableNow, flips = [] } = of.truth;
  const position = await printed(of.account, of.spoke);
  const contract = { liquidatable: liquidatableNow, healthFactor: accountData.healthFactor };
  expect(position).toMatchObject({
    protocol: 'aaveV4',
    liquidatable: liquidatableNow,
    contract,
    agrees: true,
  });
  expect(flips.length).toBeGreaterThan(1);
  expectFlips(
    position,
    flips.map(({ feed, safe, liq, direction, ...flip }) => ({
      ...flip,
      feed,
      safe,
      liq,
      towards: direction === 'up' ? 'above' : 'below',
    })),
  );
});
