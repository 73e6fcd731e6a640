/** Where the browser is: CHROMIUM_PATH first, then the usual places, then Playwright's own; null if none. */
export function findChromium(): Promise<string | null>;
