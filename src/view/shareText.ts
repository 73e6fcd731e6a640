import type { PositionCard } from '../model/card';
import type { Block } from '../model/position';

/** Anything that looks like an address or a transaction, whole or shortened. */
const hex = /0x[0-9a-f]{2,}(…[0-9a-f]+)?/gi;

/** A few plain lines to be sent to somebody: no address is in them, whatever a market or a token is called. */
export function shareText(card: PositionCard, block: Block): string {
  const { title, word, healthFactor, buffer, triggers } = card;
  const standing = [
    `${word}: health factor ${healthFactor}`,
    ...(buffer === null ? [] : [`buffer ${buffer}`]),
  ];
  const about = healthFactor.startsWith('≈') ? '≈' : '';
  const prices = triggers.flatMap(({ asset, short, direction, now }) =>
    short === null ? [] : [`Liquidated when ${asset} is ${direction} ${about}${short} (now ${now})`],
  );
  return [title, standing.join(', '), ...prices, `At block ${block.number}, by Plimsoll`]
    .join('\n')
    .replace(hex, '[hidden]');
}
