/** @throws where the text has not got that part, as that of another version may */
export function cut(text: string, part: string | RegExp, instead = ''): string {
  const less = text.replace(part, instead);
  if (less === text) throw new Error(`The text has no ${part}`);
  return less;
}
