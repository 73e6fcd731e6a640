import { language } from '../i18n/language';
import { t } from '../i18n/t';
import type { PositionCard } from '../model/card';
import type { Position } from '../model/position';
import type { Remedy } from '../model/rescue';
import { rescue } from '../risk/rescue';
import { formatAddress, formatAmountUp, formatShortShare } from './format';
import { assetName } from './words';

export interface Told {
  readonly title: string;
  readonly message: string;
}

/** What stands below every alert of a position: how it stands, what changed, and one concrete way out. */
export interface About {
  readonly position: Position;
  readonly card: PositionCard;
  /** "ETH −6.2%"; null where it is not known. */
  readonly change: string | null;
  /** The buffer to be back at: "0.2". */
  readonly goal: string;
}

/** What a notification says of a position that crossed into a level, or that is still there. */
export function alertText(about: About, kind: 'crossing' | 'reminder'): Told {
  const { title, word } = about.card;
  return {
    title:
      kind === 'reminder'
        ? t('alert.reminder', { level: word.toLowerCase(), title })
        : t('alert.crossing', { level: word, title }),
    message: standingText(about),
  };
}

export function standingText({ position, card, change, goal }: About): string {
  const why = change === null ? '' : t('alert.changed', { change });
  return [standing(card), why, wayOut(position, goal), owner(position.owner)].filter(Boolean).join(' ');
}

function standing({ level, healthFactor, buffer, trigger }: PositionCard): string {
  if (level === 'liquidatable') return t('alert.liquidatable', { healthFactor });
  const left = { healthFactor, buffer: buffer ?? '' };
  return trigger === null ? t('alert.left', left) : t('alert.leftAt', { ...left, trigger });
}

/** The least that is enough, of the largest debt or of the collateral; rounded up, so that doing it is enough. */
function wayOut(position: Position, goal: string): string {
  const { buffer: share, isReached, repay, add } = rescue(position, goal);
  if (isReached) return '';
  const [repaid, added] = [amountOf(repay), amountOf(add)];
  const buffer = formatShortShare(share, 'nearest');
  if (repaid !== null && added !== null) return t('alert.repayOrAdd', { repaid, added, buffer });
  if (repaid !== null) return t('alert.repay', { repaid, buffer });
  return added === null ? '' : t('alert.add', { added, buffer });
}

function amountOf(remedies: readonly Remedy[]): string | null {
  const found = remedies.find(({ amount }) => amount !== null);
  if (!found || found.amount === null) return null;
  const { asset, amount } = found;
  return `${formatAmountUp(amount, asset.decimals)} ${assetName(asset.symbol)}`;
}

export const owner = (address: string): string => t('alert.wallet', { address: formatAddress(address) });

/** What a notification says where nothing can be read any more. `since` in milliseconds since 1970. */
export function blindText(account: string, chain: string, since: number, reason: string): Told {
  const time = new Date(since).toLocaleTimeString(`${language()}-u-nu-latn`, {
    hour: '2-digit',
    minute: '2-digit',
  });
  return {
    title: t('alert.blind.title', { chain, time }),
    message: t('alert.blind.message', { address: formatAddress(account), reason }),
  };
}
