import type { PositionCard } from '../model/card';
import type { Position } from '../model/position';
import type { Remedy } from '../model/rescue';
import { rescue } from '../risk/rescue';
import { formatAddress, formatAmountUp, formatShare } from './format';
import { assetName } from './words';

interface Told {
  readonly title: string;
  readonly message: string;
}

/** What a notification says of one position: how it stands, and one concrete way out. */
export function alertText(position: Position, card: PositionCard, kind: 'crossing' | 'reminder'): Told {
  const still = kind === 'reminder' ? 'Still ' : '';
  const word = still === '' ? card.word : card.word.toLowerCase();
  const title = `${still}${word}: ${card.title}`;
  return { title, message: [standing(card), wayOut(position), owner(position)].filter(Boolean).join(' ') };
}

function standing({ level, healthFactor, buffer, trigger }: PositionCard): string {
  if (level === 'liquidatable') return `Health factor ${healthFactor}. Anyone may liquidate it now.`;
  const where = trigger === null ? '' : `, liquidated at ${trigger}`;
  return `Health factor ${healthFactor}, ${buffer ?? ''} left${where}.`;
}

/** The least that is enough, of the largest debt or of the collateral; rounded up, so that doing it is enough. */
function wayOut(position: Position): string {
  const { buffer, isReached, repay, add } = rescue(position);
  if (isReached) return '';
  const ways = [wayOf('repay', repay), wayOf('add', add)].filter((way) => way !== null);
  if (ways.length === 0) return '';
  const sentence = `${ways.join(' or ')} to be back at ${formatShare(buffer, 'nearest').replace('.0%', '%')}.`;
  return sentence[0]?.toUpperCase() + sentence.slice(1);
}

function wayOf(verb: string, remedies: readonly Remedy[]): string | null {
  const found = remedies.find(({ amount }) => amount !== null);
  if (!found || found.amount === null) return null;
  const { asset, amount } = found;
  return `${verb} ${formatAmountUp(amount, asset.decimals)} ${assetName(asset.symbol)}`;
}

const owner = ({ owner: address }: Position): string => `Wallet ${formatAddress(address)}.`;

/** What a notification says where nothing can be read any more. `since` in milliseconds since 1970. */
export function blindText(account: string, chain: string, since: number, reason: string): Told {
  const time = new Date(since).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return {
    title: `No news from ${chain} since ${time}`,
    message: `Wallet ${formatAddress(account)} cannot be watched there. ${reason} Look at the app’s own page.`,
  };
}

/** Several at once are one notification, the worst first. */
export function together(told: readonly Told[]): Told {
  const [worst] = told;
  if (!worst) throw new Error('There is nothing to tell.');
  if (told.length === 1) return worst;
  return {
    title: `${told.length} positions need you. ${worst.title}`,
    message: [worst.message, ...told.slice(1).map(({ title }) => title)].join('\n'),
  };
}

/** Where a click on a notice leads: the position that it is about, or the list. */
export const noticePage = (id: string): string => `popup.html?tab#position=${encodeURIComponent(id)}`;
