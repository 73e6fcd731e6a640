import type { TestBrowser } from '../../support/browser';
import { ratio, type Table } from '../table';
import { median, openStage, pause } from './stage';

const ROUNDS = 15;

/** From opening the popup, with the worker asleep, to the stored position on the screen. */
export async function popup(): Promise<Table> {
  const stage = await openStage();
  const [borrower] = stage.chain.accounts;
  const first = await stage.ours.openPopup();
  await first.getByLabel('Watch an address').fill(borrower ?? '');
  await first.getByRole('button', { name: 'Watch', exact: true }).first().click();
  await first.locator('article [data-part="health-factor"], article .told').first().waitFor();
  await first.close();
  const [ours, empty] = [await opened(stage.ours), await opened(stage.empty)];
  await stage.close();
  const row = (name: string, times: readonly number[]) => [
    name,
    ...[median(times), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0)),
    ratio(median(times), median(empty)),
  ];
  return {
    title: `Milliseconds from opening the popup to its first position, ${ROUNDS} times, worker asleep`,
    head: ['', 'median', 'least', 'most', 'to an empty page'],
    rows: [row('ours', ours), row('an empty extension’s page', empty)],
    notes: ['A position from storage; nothing is asked of any chain before it stands there. Limit: 150 ms.'],
  };
}

async function opened(browser: TestBrowser): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await browser.killWorker();
    await pause(200);
    const page = await browser.newPage();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('article')) return;
        observer.disconnect();
        requestAnimationFrame(() => performance.mark('shown'));
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`chrome-extension://${browser.extensionId}/popup.html`);
    await page.waitForFunction(() => performance.getEntriesByName('shown').length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName('shown')[0]?.startTime ?? Number.NaN));
    await page.close();
  }
  return times;
}
