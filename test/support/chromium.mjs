import { existsSync } from 'node:fs';

// Google Chrome is not among them: since version 137 it ignores --load-extension.
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where the browser is: CHROMIUM_PATH first, then the usual places, then Playwright's own; null if none. */
export async function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return existsSync(asked) ? asked : null;
  const found = usual.find((path) => existsSync(path));
  if (found) return found;
  try {
    // Only now, because loading Playwright takes longer than everything above.
    const { chromium } = await import('@playwright/test');
    const own = chromium.executablePath();
    return existsSync(own) ? own : null;
  } catch {
    return null;
  }
}
