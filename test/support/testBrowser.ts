import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { clickInBadge, readBadges } from './badgeReading';
import type { BadgeReading } from './badgeTree';

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  clear(): Promise<void>;
}

/** The part of the extension API that the launcher asks in a page of the extension. */
declare const chrome: {
  readonly action: {
    getBadgeText(details: { tabId?: number }): Promise<string>;
    getBadgeBackgroundColor(details: { tabId?: number }): Promise<readonly number[]>;
  };
  readonly notifications: { getAll(): Promise<object> };
  readonly runtime: { reload(): void };
  readonly tabs: { query(filter: object): Promise<readonly { readonly id?: number }[]> };
  readonly storage: Record<'local' | 'session', Area>;
};

export interface Toolbar {
  readonly text: string;
  /** "#rrggbb" */
  readonly colour: string;
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Rejects when `work` takes too long: evaluating in a stopped worker would wait for ever. */
const within = async <T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const hex = (colour: readonly number[]): string =>
  `#${colour
    .slice(0, 3)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

type RunningStatus = 'starting' | 'running' | 'stopping' | 'stopped';

/** The browser under test, and what a test asks of the extension in it. */
export class TestBrowser {
  private status: RunningStatus = 'running';
  private stops = 0;

  private constructor(
    readonly context: BrowserContext,
    readonly extensionId: string,
    private readonly inside: Page,
    private readonly devtools: CDPSession,
    private readonly closed: () => Promise<void>,
  ) {}

  static async over(context: BrowserContext, closed: () => Promise<void>): Promise<TestBrowser> {
    const worker =
      context.serviceWorkers()[0] ??
      (await context.waitForEvent('serviceworker', { timeout: 15_000 }).catch((cause: unknown) => {
        throw new Error('The extension did not start: is it built, with its icons?', { cause });
      }));
    const extensionId = new URL(worker.url()).host;
    // A page of the extension can ask its API while the worker is stopped, and without waking it.
    const inside = context.pages()[0] ?? (await context.newPage());
    await inside.goto(`chrome-extension://${extensionId}/manifest.json`);
    const devtools = await context.newCDPSession(inside);
    const browser = new TestBrowser(context, extensionId, inside, devtools, closed);
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { scriptURL, runningStatus } of versions) {
        if (!scriptURL.includes(extensionId)) continue;
        if (runningStatus === 'stopped' && browser.status !== 'stopped') browser.stops += 1;
        browser.status = runningStatus;
      }
    });
    await devtools.send('ServiceWorker.enable');
    return browser;
  }

  /** The newest service worker. Playwright keeps a stopped one listed, and evaluating in it never returns. */
  worker(): Worker {
    const worker = this.context.serviceWorkers().findLast((each) => each.url().includes(this.extensionId));
    if (!worker) throw new Error('the service worker has gone');
    return worker;
  }

  /** Whether the browser has the worker running just now. */
  workerRuns(): boolean {
    return this.status !== 'stopped';
  }

  newPage(): Promise<Page> {
    return this.context.newPage();
  }

  /** `chrome.action.openPopup` fails without a window, so the popup opens in a tab. */
  async openPopup(): Promise<Page> {
    const page = await this.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/popup.html`);
    return page;
  }

  /** Runs in a page of the extension: answers while the worker is stopped, and does not wake it. */
  inExtension<R, A = undefined>(work: (argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    const evaluated = this.inside.evaluate(work as never, argument as never) as Promise<R>;
    return within(5_000, 'extension page', evaluated);
  }

  /** Ids of the notifications that stand on the screen. */
  async notices(): Promise<string[]> {
    return Object.keys(await this.inside.evaluate(() => chrome.notifications.getAll()));
  }

  /** What the extension keeps: chrome.storage.local and chrome.storage.session as they are. */
  stored(area: 'local' | 'session'): Promise<Record<string, unknown>> {
    return this.inExtension(
      (name) => chrome.storage[name].get(null) as Promise<Record<string, unknown>>,
      area,
    );
  }

  /** Forgets everything that the extension keeps. */
  clearStored(): Promise<void> {
    return this.inExtension(async () => {
      await chrome.storage.local.clear();
      await chrome.storage.session.clear();
    });
  }

  /** The id by which the extension knows the page's tab. Brings the page to the front. */
  async tabId(page: Page): Promise<number> {
    await page.bringToFront();
    const [active] = await this.inExtension(() =>
      chrome.tabs.query({ active: true, lastFocusedWindow: true }),
    );
    if (active?.id === undefined) throw new Error('the page has no tab');
    return active.id;
  }

  /** The icon's text and colour: of one page's tab, or what shows where a tab has none of its own. */
  async toolbar(tab?: Page | number): Promise<Toolbar> {
    const tabId = typeof tab === 'object' ? await this.tabId(tab) : tab;
    const read = await this.inExtension(
      async (details) => ({
        text: await chrome.action.getBadgeText(details),
        colour: await chrome.action.getBadgeBackgroundColor(details),
      }),
      tabId === undefined ? {} : { tabId },
    );
    return { text: read.text, colour: hex([...read.colour]) };
  }

  /** The only badge of the page, null where there is none; throws when there are several. */
  async readBadge(page: Page): Promise<BadgeReading | null> {
    const badges = await readBadges(page);
    if (badges.length > 1) throw new Error(`${badges.length} badges on one page`);
    return badges[0] ?? null;
  }

  /** How many badges the page holds. */
  async countBadges(page: Page): Promise<number> {
    return (await readBadges(page)).length;
  }

  /** Polls until the badge is as wanted; fails with what it last showed. */
  async waitForBadge(
    page: Page,
    wanted: (badge: BadgeReading) => boolean = () => true,
    timeout = 10_000,
  ): Promise<BadgeReading> {
    const end = Date.now() + timeout;
    let last: BadgeReading | null = null;
    while (Date.now() < end) {
      last = await this.readBadge(page);
      if (last && wanted(last)) return last;
      await pause(50);
    }
    throw new Error(`the badge did not come to it in ${timeout} ms; last: ${JSON.stringify(last)}`);
  }

  /** A real mouse click on the pill, or on the element with that data-part. */
  clickBadge(page: Page, part?: string): Promise<void> {
    return clickInBadge(page, part);
  }

  /** Stops the service worker as the browser does when it is idle, and waits until it has stopped. */
  async killWorker(): Promise<void> {
    if (!this.workerRuns()) return;
    // Counted, because an open page may wake it again at once.
    const before = this.stops;
    await this.devtools.send('ServiceWorker.stopAllWorkers');
    const end = Date.now() + 15_000;
    while (this.stops === before) {
      if (Date.now() > end) throw new Error('the worker did not stop');
      await pause(20);
    }
  }

  /** As an update does. Under Playwright the extension does not come back: nothing can be asked of it afterwards. */
  async reloadExtension(): Promise<void> {
    const gone = this.inside.waitForEvent('close');
    // The page that is told to is closed before it can answer.
    await this.inside.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await gone;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.closed();
  }
}
