import type { Address } from '../../model/asset';

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'address'; readonly address: Address }
  /** Right so far: more is expected. */
  | { readonly kind: 'partial'; readonly message: string }
  | { readonly kind: 'wrong'; readonly message: string }
  /** Must not stay on the screen. */
  | { readonly kind: 'secret'; readonly message: string };

const SECRET =
  'That looks like a private key or a recovery phrase, so it was cleared. Plimsoll only ever needs the address.';

/** Reads what the user has typed so far into the address field. */
export function readAddress(typed: string): Reading {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (/^(0x)?[0-9a-f]{64}$/i.test(text)) return { kind: 'secret', message: SECRET };
  const words = text.split(/\s+/);
  if (words.length >= 12) return { kind: 'secret', message: SECRET };
  if (words.length > 1) return { kind: 'wrong', message: 'Enter one address, without spaces.' };
  if (/\.[a-z]+$/i.test(text)) {
    return { kind: 'wrong', message: 'Names are not looked up. Paste the address that starts with 0x.' };
  }
  if (text === '0') return { kind: 'partial', message: 'An address starts with 0x.' };
  if (!text.startsWith('0x')) return { kind: 'wrong', message: 'An address starts with 0x.' };
  return readDigits(text.slice(2));
}

function readDigits(digits: string): Reading {
  const foreign = digits.match(/[^0-9a-f]/iu)?.[0];
  if (foreign !== undefined) {
    return { kind: 'wrong', message: `“${foreign}” cannot be in an address: only 0 to 9 and a to f.` };
  }
  const missing = 40 - digits.length;
  if (missing > 0) return { kind: 'partial', message: `${count(missing)} to go.` };
  if (missing < 0) return { kind: 'wrong', message: `${count(-missing)} too many.` };
  return { kind: 'address', address: `0x${digits}` };
}

function count(characters: number): string {
  return characters === 1 ? '1 character' : `${characters} characters`;
}
