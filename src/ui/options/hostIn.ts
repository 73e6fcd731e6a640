/** The host of a site as it is typed or pasted, with or without "https://" and a path; null where it is none. */
export function hostIn(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return null;
  const { protocol, hostname, port, username } = new URL(address);
  // A whole name, of which no part stands for others, with letters after the last dot: no machine's number.
  const isName = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(hostname);
  const isSite = protocol === 'https:' && port === '' && username === '' && isName;
  return isSite ? hostname : null;
}
