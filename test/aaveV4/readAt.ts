import type { Call, Memo, Result } from '../../src/model/reader';
import { aaveV4 } from '../../src/protocols/aaveV4';
import type { AaveV4Position } from '../../src/protocols/aaveV4/rules.position';
import { aaveV4Recording, type RecordedPosition } from '../replay/aaveV4';
import { readAt as readRecording } from '../replay/readAt';
import { altered } from '../replay/recording';

/** Another answer to a call; null where the recorded one stands. */
export type Answer = (call: Call) => Result | null;

/** The production reader on a recorded position, packed and unpacked as for a chain. */
export async function readAt(
  of: RecordedPosition,
  { memo = null, answer = () => null }: { readonly memo?: Memo | null; readonly answer?: Answer } = {},
) {
  const market = aaveV4.markets.find(
    ({ chainId, address }) => chainId === 1 && address.toLowerCase() === of.spoke,
  );
  if (!market) throw new Error(`no market at ${of.spoke}`);
  const recording = altered(aaveV4Recording(of), answer);
  const {
    positions,
    memo: learnt,
    rounds,
  } = await readRecording(recording, aaveV4, market, of.account, memo);
  const [position = null] = positions as AaveV4Position[];
  // As it comes back from storage.
  return { position, memo: JSON.parse(JSON.stringify(learnt)) as Memo, rounds };
}

const read = new Map<string, Promise<AaveV4Position>>();

/** The position as it was recorded, read once for all the tests of a file. */
export function readOnce(of: RecordedPosition): Promise<AaveV4Position> {
  const first = read.get(of.id) ?? readAt(of).then(({ position }) => present(position));
  read.set(of.id, first);
  return first;
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('no position was read');
  return value;
}
