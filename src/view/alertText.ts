import { language } from '../i18n/language';
import { t } from '../i18n/t';
import type { PositionCard } from '../model/card';
import type { Position } from '../model/position';
import type { Remedy } from '../model/rescue';
import { rescue } from '../risk/rescue';
import { formatAddress, formatAmountUp, formatShortShare } from './format';
import { assetName } from './words';

interface Told {
  readonly title: string;
  readonly message: string;
}

/** What a notification says of one position: how it stands, and one concrete way out. */
export function alertText(position: Position, card: PositionCard, kind: 'crossing' | 'reminder'): Told {
  const { title, word } = card;
  return {
    title:
      kind === 'reminder'
        ? t('alert.reminder', { level: word.toLowerCase(), title })
        : t('alert.crossing', { level: word, title }),
    message: [standing(card), wayOut(position), owner(position.owner)].filter(Boolean).join(' '),
  };
}

function standing({ level, healthFactor, buffer, trigger }: PositionCard): string {
  if (level === 'liquidatable') return t('alert.liquidatable', { healthFactor });
  const left = { healthFactor, buffer: buffer ?? '' };
  return trigger === null ? t('alert.left', left) : t('alert.leftAt', { ...left, trigger });
}

/** The least that is enough, of the largest debt or of the collateral; rounded up, so that doing it is enough. */
function wayOut(position: Position): string {
  const { buffer: share, isReached, repay, add } = rescue(position);
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

const owner = (address: string): string => t('alert.wallet', { address: formatAddress(address) });

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

/** Several at once are one notification, the worst first. */
export function together(told: readonly Told[]): Told {
  const [worst] = told;
  if (!worst) throw new Error('There is nothing to tell.');
  if (told.length === 1) return worst;
  return {
    title: t('alert.several', { count: told.length, worst: worst.title }),
    message: [worst.message, ...told.slice(1).map(({ title }) => title)].join('\n'),
  };
}

/** Where a click on a notice leads: the position that it is about, or the list. */
export const noticePage = (id: string): string => `popup.html?tab#position=${encodeURIComponent(id)}`;
