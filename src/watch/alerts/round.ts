import { chainName } from '../../chain/chains';
import type { KnownLevel } from '../../model/alert';
import type { AlertChoices, Snoozes } from '../../model/settings';
import type { Figures } from '../../model/snapshot';
import { snoozesItem } from '../../platform/storage';
import { isGrave, isQuiet } from '../../risk/silence';
import { currentChoices } from '../choices';

/** What decides what may be told of a reading. */
export interface Round {
  /** The block's time, in seconds: no clock of this machine is needed to tell how far apart two alerts are. */
  readonly at: number;
  readonly chain: string;
  readonly choices: AlertChoices;
  readonly snoozes: Snoozes;
  readonly isQuiet: boolean;
  /** False where one endpoint's word alone says so: a recovery is then none. */
  readonly confirmed: boolean;
}

export async function roundOf({ chainId, block, unconfirmed }: Figures): Promise<Round> {
  const [choices, snoozes] = await Promise.all([currentChoices(), snoozesItem.getValue()]);
  return {
    at: block.timestamp,
    chain: chainName(chainId),
    choices,
    snoozes,
    isQuiet: isQuietNow(choices),
    confirmed: unconfirmed === undefined,
  };
}

/** Quiet hours are those of the clock on the wall. */
export function isQuietNow({ quiet }: AlertChoices): boolean {
  const now = new Date();
  return isQuiet(quiet, now.getHours() * 60 + now.getMinutes());
}

/** What is held back is not marked as told: it comes when the quiet is over, if it is still so. */
export const mayTell = (isQuietHour: boolean, level: KnownLevel): boolean => !isQuietHour || isGrave(level);
