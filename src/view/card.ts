import { decimalMark } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Card, Headline, PositionCard } from '../model/card';
import type { Position } from '../model/position';
import type { LevelChoices } from '../model/settings';
import type { Figures, Snapshot } from '../model/snapshot';
import { assess } from '../risk/assess';
import { usualChoices } from '../risk/choices';
import { keyOf } from '../risk/key';
import { isExpired, unknownHeadline } from './age';
import { commas } from './lists';
import type { Feeds } from './oracleWords';
import { positionCard, titleOf, unknownCard } from './positionCard';
import { levelsByDanger, levelWords } from './words';

export interface CardContext {
  readonly now: number;
  readonly chainName: (chainId: number) => string;
  /** What cannot be read where this is shown; the headline then says so instead of a figure. */
  readonly unread?: string | null;
  /** The user's levels; the usual ones unless said. */
  readonly levels?: LevelChoices;
}

/** Everything a surface shows about one account on one chain. */
export function cardOf(
  snapshot: Snapshot,
  { now, chainName, unread = null, levels = usualChoices }: CardContext,
): Card {
  const { account, figures, failure } = snapshot;
  const freshness = figures && { ...figures.block, block: figures.block.number, rpc: figures.rpc };
  const base = {
    account,
    freshness: freshness && { block: freshness.block, timestamp: freshness.timestamp, rpc: freshness.rpc },
  };
  if (!figures) return { ...base, ...unknownHeadline(failure?.reason ?? t('card.reading')), positions: [] };
  if (isExpired(figures.block.timestamp, now)) {
    const reason = failure?.reason ?? t('card.noNews');
    return { ...base, ...unknownHeadline(reason), positions: [] };
  }
  const chain = chainName(figures.chainId);
  const feeds = { oracles: figures.oracles ?? {}, now };
  const positions = [
    ...figures.positions.map((position) =>
      withDoubt(cardOfPosition(position, chain, feeds, levels), figures),
    ),
    ...figures.errors.map(({ market, reason }) =>
      unknownCard(keyOf(market, account), titleOf(market, chain), reason),
    ),
  ].sort(worstFirst);
  const head = unread ? unknownHeadline(unread) : (positions[0] ?? nothing(chain));
  return { ...base, ...headlineOf(head), reason: head.reason ?? failure?.reason ?? null, positions };
}

/** What is to be known of a figure on which RPCs differ, or for which there is but one RPC's word. */
function withDoubt(card: PositionCard, { disputed, unconfirmed }: Figures): PositionCard {
  const isDisputed = disputed?.positions.includes(card.key) ?? false;
  const words = [
    ...(isDisputed ? [t('note.disputed')] : []),
    ...(unconfirmed ? [t('note.unconfirmed')] : []),
  ];
  return { ...card, notes: [...words, ...card.notes] };
}

/** What was stored by another version may lack what this one needs: then it is unknown until it is read again. */
function cardOfPosition(position: Position, chain: string, feeds: Feeds, levels: LevelChoices): PositionCard {
  try {
    return positionCard(position, assess(position, levels), chain, feeds);
  } catch {
    const { market, owner } = position;
    const reason = t('card.otherVersion');
    return unknownCard(keyOf(market, owner), titleOf(market, chain), reason);
  }
}

/** One account over several chains: the worst of them leads, and a chain that cannot be read has a row of its own. */
export function cardOfChains(snapshots: readonly Snapshot[], context: CardContext): Card | null {
  const cards = snapshots.map((snapshot) => ({ snapshot, card: cardOf(snapshot, context) }));
  const [worst] = [...cards].sort((a, b) => worstFirst(a.card, b.card));
  if (!worst || cards.length === 1) return worst?.card ?? null;
  const names = snapshots.map(({ chainId }) => context.chainName(chainId));
  const isEmpty = cards.every(({ card }) => card.level === 'safe' && card.positions.length === 0);
  const positions = cards.flatMap(({ snapshot: { chainId, account }, card }) =>
    card.positions.length === 0 && card.level === 'unknown' && !context.unread
      ? [unknownCard(`${chainId}:${account}`, context.chainName(chainId), card.reason ?? card.sentence)]
      : card.positions,
  );
  const head = isEmpty ? nothing(commas(names)) : worst.card;
  return { ...worst.card, ...headlineOf(head), positions: positions.sort(worstFirst) };
}

/** A card that says only why there is nothing to show. */
export const silentCard = (account: Address | null, reason: string): Card => ({
  account,
  freshness: null,
  positions: [],
  ...unknownHeadline(reason),
});

type Ordered = Pick<Headline, 'level' | 'healthFactor'>;

/** The worst of several; a known danger comes before a gap in what is known, and that before a known calm. */
export const worstFirst = (a: Ordered, b: Ordered): number =>
  levelsByDanger.indexOf(a.level) - levelsByDanger.indexOf(b.level) || healthOf(a) - healthOf(b);

/** Only for the order within a level. */
const healthOf = ({ healthFactor }: Ordered): number =>
  Number.parseFloat(healthFactor.replace('≈', '').replace(decimalMark(), '.')) || Number.MAX_VALUE;

const headlineOf = ({
  level,
  word,
  healthFactor,
  buffer,
  trigger,
  sentence,
  reason,
}: Headline): Headline => ({
  level,
  word,
  healthFactor,
  buffer,
  trigger,
  sentence,
  reason,
});

const nothing = (chain: string): Headline => ({
  level: 'safe',
  word: levelWords('safe'),
  healthFactor: t('figure.noDebt'),
  buffer: null,
  trigger: null,
  sentence: t('card.noDebt', { chain }),
  reason: t('card.nothing', { chain }),
});
