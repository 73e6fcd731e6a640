import { t } from '../i18n/t';
import type { PositionCard } from '../model/card';
import type { Block } from '../model/position';
import { commas } from './lists';
import { wayOf } from './words';

/** Anything that looks like an address or a transaction, whole or shortened. */
const hex = /0x[0-9a-f]{2,}(…[0-9a-f]+)?/gi;

/** A few plain lines to be sent to somebody: no address is in them, whatever a market or a token is called. */
export function shareText(card: PositionCard, block: Block): string {
  const { title, word, healthFactor, buffer, triggers } = card;
  const standing = [
    t('share.standing', { level: word, healthFactor }),
    ...(buffer === null ? [] : [t('share.buffer', { buffer })]),
  ];
  const about = healthFactor.startsWith('≈') ? '≈' : '';
  const prices = triggers.flatMap(({ asset, short, direction, now }) =>
    short === null ? [] : [t(`share.trigger.${wayOf({ direction })}`, { asset, price: about + short, now })],
  );
  return [title, commas(standing), ...prices, t('share.block', { block: block.number })]
    .join('\n')
    .replace(hex, '[hidden]');
}
