import type { PositionCard } from '../model/card';
import type { Position } from '../model/position';
import type { Remedy } from '../model/rescue';
import { rescue } from '../risk/rescue';
import { formatAddress, formatAmountUp, formatShare } from './format';
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
  const { card } = about;
  const title =
    kind === 'reminder' ? `Still ${card.word.toLowerCase()}: ${card.title}` : `${card.word}: ${card.title}`;
  return { title, message: standingText(about) };
}

export function standingText({ position, card, change, goal }: About): string {
  const why = change === null ? '' : `What changed: ${change}.`;
  return [standing(card), why, wayOut(position, goal), owner(position.owner)].filter(Boolean).join(' ');
}

function standing({ level, healthFactor, buffer, trigger }: PositionCard): string {
  if (level === 'liquidatable') return `Health factor ${healthFactor}. Anyone may liquidate it now.`;
  const where = trigger === null ? '' : `, liquidated at ${trigger}`;
  return `Health factor ${healthFactor}, ${buffer ?? ''} left${where}.`;
}

/** The least that is enough, of the largest debt or of the collateral; rounded up, so that doing it is enough. */
function wayOut(position: Position, goal: string): string {
  const { buffer, isReached, repay, add } = rescue(position, goal);
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

export const owner = (address: string): string => `Wallet ${formatAddress(address)}.`;

/** What a notification says where nothing can be read any more. `since` in milliseconds since 1970. */
export function blindText(account: string, chain: string, since: number, reason: string): Told {
  const time = new Date(since).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return {
    title: `No news from ${chain} since ${time}`,
    message: `Wallet ${formatAddress(account)} cannot be watched there. ${reason} Look at the app’s own page.`,
  };
}
