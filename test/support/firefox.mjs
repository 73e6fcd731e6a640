import { existsSync } from 'node:fs';

// A release of Firefox refuses packages that its maker has not signed; these do not when they are told so.
const usual = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox-developer-edition',
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
];

/** Where Firefox is: FIREFOX_PATH first, then the usual places of its ESR and Developer Edition; null if none. */
export function findFirefox() {
  const asked = process.env.FIREFOX_PATH;
  if (asked) return existsSync(asked) ? asked : null;
  return usual.find((path) => existsSync(path)) ?? null;
}
