const MOST_CHARACTERS = 60;

/** A feed's name is somebody's free text: in one line, without control and direction characters; null for none. */
export function cleanDescription(text: string): string | null {
  const line = text
    .replace(/[\p{Z}\s]+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .trim();
  const shown = [...line].slice(0, MOST_CHARACTERS).join('').trim();
  return shown === '' ? null : shown;
}
