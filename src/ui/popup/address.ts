import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'address'; readonly address: Address }
  /** Right so far: more is expected. */
  | { readonly kind: 'partial'; readonly message: string }
  | { readonly kind: 'wrong'; readonly message: string }
  /** Must not stay on the screen. */
  | { readonly kind: 'secret'; readonly message: string };

/** Reads what the user has typed so far into the address field. */
export function readAddress(typed: string): Reading {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (/^(0x)?[0-9a-f]{64}$/i.test(text)) return { kind: 'secret', message: t('address.secret') };
  const words = text.split(/\s+/);
  if (words.length >= 12) return { kind: 'secret', message: t('address.secret') };
  if (words.length > 1) return { kind: 'wrong', message: t('address.spaces') };
  if (/\.[a-z]+$/i.test(text)) {
    return { kind: 'wrong', message: t('address.names') };
  }
  if (text === '0') return { kind: 'partial', message: t('address.start') };
  if (!text.startsWith('0x')) return { kind: 'wrong', message: t('address.start') };
  return readDigits(text.slice(2));
}

function readDigits(digits: string): Reading {
  const foreign = digits.match(/[^0-9a-f]/iu)?.[0];
  if (foreign !== undefined) {
    return { kind: 'wrong', message: t('address.foreign', { sign: foreign }) };
  }
  const missing = 40 - digits.length;
  if (missing > 0) return { kind: 'partial', message: t('address.missing', missing, { count: missing }) };
  if (missing < 0) return { kind: 'wrong', message: t('address.extra', -missing, { count: -missing }) };
  return { kind: 'address', address: `0x${digits}` };
}
