import { t } from '../i18n/t';
import type { Notice } from '../model/alert';
import { worstFirst } from './card';

/** More lines than that no system shows. */
const LINES = 6;

const GROUP = 'several:';

/** All that one round has to tell as one notification, the worst first; the same ones always make the same. */
export function grouped(notices: readonly Notice[]): Notice | null {
  const [worst, ...others] = notices.toSorted((a, b) => worstFirst(ordered(a), ordered(b)));
  if (!worst || others.length === 0) return worst ?? null;
  const named = others.slice(0, LINES).map(({ title }) => title);
  const more = others.length - named.length;
  return {
    ...worst,
    id: `${GROUP}${worst.id}`,
    title: t('alert.several', { count: notices.length, worst: worst.title }),
    message: [worst.message, ...named, ...(more > 0 ? [t('alert.more', { count: more })] : [])].join('\n'),
  };
}

const ordered = ({ level, healthFactor = '' }: Notice) => ({ level, healthFactor });

/** A position's key, at the end of a notice's id (risk/key.ts). */
const KEY = /(?:^|:)(\d+:0x[0-9a-f]+:0x[0-9a-f]{40})$/i;

/** Where a click on a notice leads: the position or the loan that it is about, or the list. */
export function noticePage(id: string): string {
  if (id.startsWith('loan:')) return 'popup.html?tab#lenders';
  const key = id.startsWith(GROUP) ? null : KEY.exec(id)?.[1];
  return key ? `popup.html?tab#position=${encodeURIComponent(key)}` : 'popup.html?tab#positions';
}
