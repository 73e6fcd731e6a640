import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devPageHost } from '../../devpage/page';
import { launchBrowser } from '../browser';
import { show } from './show';
import { walk } from './walk';
import { startWorld } from './world';

/** The whole thing, live for a user with a display or walked through without one; resolves with the exit code. */
export async function start(options: { show: boolean }): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'plimsoll-start-'));
  // However the process ends: on Ctrl-C Playwright closes the browser and exits, and the chain goes with us.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  console.log('Starting a private chain with the real Aave v3.6 (its first start compiles the contracts) …');
  const world = await startWorld();
  try {
    const browser = await launchBrowser({
      hosts: world.hosts,
      frontPort: world.port,
      headless: !options.show,
      profile,
    });
    try {
      const page = await browser.newPage();
      await page.goto(`https://${devPageHost}/`);
      const stage = { world, browser, page };
      return options.show ? await show(stage) : await walk(stage);
    } finally {
      await browser.close();
    }
  } finally {
    await world.stop();
  }
}
