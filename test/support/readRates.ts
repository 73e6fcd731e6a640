import { runInLockstep } from '../../src/chain/lockstep';
import { MULTICALL3, packRound } from '../../src/chain/multicall';
import type { Position } from '../../src/model/position';
import type { Rates } from '../../src/model/rates';
import type { Call, Hex, Protocol } from '../../src/model/reader';

/** The production reader of rates; `send` answers one eth_call. More than two are too many. */
export async function readRates(
  protocol: Protocol,
  position: Position,
  send: (call: Call) => Promise<Hex>,
): Promise<Rates> {
  let rounds = 0;
  const { outcomes } = await runInLockstep([protocol.rates!(position)], async (calls) => {
    if (++rounds > 2) throw new Error('a third eth_call');
    const { data, unpack } = packRound(calls);
    return unpack(await send({ to: MULTICALL3, data }));
  });
  const [outcome] = outcomes;
  if (!outcome || 'reason' in outcome) throw new Error(outcome?.reason ?? 'no outcome');
  return outcome.reading;
}
