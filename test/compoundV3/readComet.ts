import type { Memo } from '../../src/model/reader';
import { compoundV3 } from '../../src/protocols/compoundV3';
import type { CompoundV3Market } from '../../src/protocols/compoundV3/markets';
import type { CompoundV3Position } from '../../src/protocols/compoundV3/rules.position';
import { type CometVector, cometRecording } from '../replay/comet';
import { type ReadAt, readAt } from '../replay/readAt';
import type { Recording } from '../replay/recording';

/** The production market that a recorded position is in. */
export function marketOf({ comet }: CometVector): CompoundV3Market {
  const found = compoundV3.markets.find(
    ({ address, chainId }) => chainId === 1 && address.toLowerCase() === comet,
  );
  if (!found) throw new Error(`${comet} is not a market`);
  return found as CompoundV3Market;
}

export interface ReadComet extends Omit<ReadAt, 'positions'> {
  readonly position: CompoundV3Position | null;
}

export async function readComet(
  of: CometVector,
  {
    memo = null,
    recording = cometRecording(of),
  }: { readonly memo?: Memo | null; readonly recording?: Recording } = {},
): Promise<ReadComet> {
  const { positions, ...rest } = await readAt(recording, compoundV3, marketOf(of), of.account, memo);
  const [position = null] = positions;
  return { ...rest, position: position as CompoundV3Position | null };
}

/** With interest as the next absorb would find it, or with the indices that the contract has stored. */
export async function positionAt(
  of: CometVector,
  when: 'stored' | 'accrued' = 'accrued',
): Promise<CompoundV3Position> {
  const { position } = await readComet(of, {
    recording: cometRecording(of, { accrues: when === 'accrued' }),
  });
  if (!position) throw new Error(`${of.id} has no position`);
  return position;
}

/** The same position, with another price of one feed; feeds are compared whatever the case of their letters. */
export function atPrice(position: CompoundV3Position, feed: string, price: string): CompoundV3Position {
  const moved = <T extends { readonly feed: string }>(holdings: readonly T[]): T[] =>
    holdings.map((each) => (each.feed.toLowerCase() === feed.toLowerCase() ? { ...each, price } : each));
  return { ...position, collateral: moved(position.collateral), debt: moved(position.debt) };
}
