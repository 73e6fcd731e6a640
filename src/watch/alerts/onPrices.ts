import type { Notice, PriceTold } from '../../model/alert';
import type { OracleFacts } from '../../model/oracle';
import type { Position } from '../../model/position';
import type { Figures } from '../../model/snapshot';
import { keyOf } from '../../risk/key';
import { isOld } from '../../view/oracleWords';
import { titleOf } from '../../view/positionCard';
import { priceText } from '../../view/priceText';
import type { Round } from './round';

type Prices = Readonly<Record<string, PriceTold>>;

/** A cap comes and goes with every update: the same trouble is told once a day. */
const APART_S = 86_400;

interface Place {
  readonly id: string;
  readonly is: PriceTold['is'];
  readonly symbol: string;
  readonly position: Position;
}

/** Trouble with the prices that debts rest on: old, newly capped, or endpoints that disagree. */
export function onPrices(
  figures: Figures,
  before: Prices,
  round: Round,
): { prices: Prices; notices: Notice[] } {
  const { at, chain, choices } = round;
  const prices: Record<string, PriceTold> = {};
  const notices: Notice[] = [];
  for (const { id, is, symbol, position } of placesOf(figures, at)) {
    const was = before[id];
    const sound: PriceTold = { is: 'sound', at: was?.at ?? 0 };
    prices[id] ??= was ?? sound;
    if (is === 'sound') prices[id] = sound;
    // A cap that was there from the first is how this asset is priced.
    else if (!was && is === 'capped') prices[id] = { is, at: 0 };
    else if (was?.is !== is && choices.oracles && !round.isQuiet) {
      prices[id] = { is, at };
      if (at - sound.at < APART_S) continue;
      const title = titleOf(position.market, chain);
      const key = keyOf(position.market, position.owner);
      const text = priceText(is, symbol, title, position.owner);
      notices.push({ id: `price:${id}:${key}`, level: 'unknown', at, ...text });
    }
  }
  return { prices, notices };
}

/** Each feed once, by the first position that owes something and rests on it. */
function placesOf({ positions, oracles = {}, disputed }: Figures, at: number): Place[] {
  const found = new Map<string, Place>();
  for (const position of positions.filter(({ debt }) => debt.length > 0)) {
    const key = keyOf(position.market, position.owner);
    found.set(key, {
      id: key,
      is: disputed?.positions.includes(key) ? 'disputed' : 'sound',
      symbol: '',
      position,
    });
    for (const { feed, symbol } of [...position.collateral, ...position.debt]) {
      const facts = oracles[feed];
      if (facts && !found.has(feed)) found.set(feed, { id: feed, is: stateOf(facts, at), symbol, position });
    }
  }
  return [...found.values()];
}

function stateOf(facts: OracleFacts, at: number): PriceTold['is'] {
  if (isOld(facts, at)) return 'old';
  return facts.capped === true ? 'capped' : 'sound';
}
