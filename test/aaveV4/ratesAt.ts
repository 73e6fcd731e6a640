import { aaveV4 } from '../../src/protocols/aaveV4';
import { aaveV4Recording, type RecordedPosition } from '../replay/aaveV4';
import { altered, answerCall } from '../replay/recording';
import { readRates } from '../support/readRates';
import { type Answer, readOnce } from './readAt';

/** A recorded position, and what the production reader says that it pays and earns. */
export async function ratesOf(of: RecordedPosition, answer: Answer = () => null) {
  const position = await readOnce(of);
  const recording = altered(aaveV4Recording(of), answer);
  const rates = await readRates(aaveV4, position, async (call) => answerCall(recording, call).data);
  return { position, rates };
}
