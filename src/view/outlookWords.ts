import { t } from '../i18n/t';
import type { NoFallReason, Ranked } from '../model/outlook';
import { formatMove } from './format';

const KEYS = {
  'no debt': 'noDebt',
  'only a rise': 'onlyRise',
  'not known': 'notKnown',
  'moves together': 'together',
  'safe at every price': 'safe',
} as const satisfies Record<NoFallReason, string>;

/** "at −38.2%", or why no fall does it. */
export function fallWords({ fall, reason }: Ranked): string {
  if (fall === null) return t(`fall.none.${KEYS[reason ?? 'not known']}`);
  return fall === '0' ? t('fall.now') : t('fall.at', { move: formatMove(fall) });
}
