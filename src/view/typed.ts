import { decimalMark } from '../i18n/numbers';

/** Which mark the language has before decimals. */
export const markName = (): 'point' | 'comma' => (decimalMark() === ',' ? 'comma' : 'point');

/**
 * A number as a user types it, with its decimals after a point, as it is kept and read. Where decimals follow a comma the two
 * change places: "1,5" is 1.5, and "1.500", which could be either, becomes "1,500" and is refused for its comma.
 */
export const fromTyped = (text: string): string => swapped(text.replace(/[٠-٩٫]/g, latin));

/** What is kept, as the user would type it; `fromTyped` gives it back. */
export const toTyped = (kept: string): string => swapped(kept);

const swapped = (text: string): string =>
  markName() === 'comma' ? text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) : text;

/** Arabic keyboards have digits and a decimal mark of their own. */
const latin = (sign: string): string => (sign === '٫' ? decimalMark() : `${'٠١٢٣٤٥٦٧٨٩'.indexOf(sign)}`);
