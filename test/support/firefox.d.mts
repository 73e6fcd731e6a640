/** Where Firefox is: FIREFOX_PATH first, then the usual places of its ESR and Developer Edition; null if none. */
export function findFirefox(): string | null;
