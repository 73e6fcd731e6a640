import { t } from '../../i18n/t';
import type { CometAction } from './rules.position';

/** CometStorage.UserBasic keeps a bit an asset: 16 in `assetsIn`, 8 more in `_reserved`. */
export const MAX_ASSETS = 24;

const FIRST_IN_RESERVED = 16;

/** Places in the asset list of what the owner has put in as collateral, as CometCore's isInAsset reads them. */
export function assetsInUse(assetsIn: number, reserved: number): number[] {
  const bits = assetsIn + reserved * 2 ** FIRST_IN_RESERVED;
  return Array.from({ length: MAX_ASSETS }, (_, place) => place).filter((place) => (bits >> place) & 1);
}

/** In the order of the bits of `pauseFlags` (CometCore's PAUSE_…_OFFSET). */
const actions: readonly CometAction[] = ['supply', 'transfer', 'withdraw', 'absorb', 'buy'];

export const pausedActions = (pauseFlags: number): CometAction[] =>
  actions.filter((_, place) => (pauseFlags >> place) & 1);

/** Comet demands scale = 10 ^ decimals of every token it lists. @throws where it is not so */
export function decimalsOf(scale: bigint): number {
  const digits = `${scale}`;
  if (!/^10*$/.test(digits)) throw new Error(t('read.unknownToken'));
  return digits.length - 1;
}
