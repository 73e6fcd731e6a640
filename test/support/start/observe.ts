import type { Page } from '@playwright/test';
import { parseUnits } from 'viem';
import type { TestBrowser } from '../browser';

/** What the user sees of the extension at one moment. */
export interface Seen {
  readonly badge: {
    readonly healthFactor: string;
    readonly buffer: string;
    readonly trigger: string;
    /** As a word, and as the level that colours it. */
    readonly word: string;
    readonly level: string;
  };
  readonly toolbar: { readonly text: string; readonly colour: string };
  readonly popup: { readonly healthFactor: string; readonly level: string };
}

export interface Surfaces {
  readonly browser: TestBrowser;
  readonly page: Page;
  readonly popup: Page;
  /** The lending page's tab: the toolbar shows each tab its own position. */
  readonly tab: number;
}

export async function observe({ browser, page, popup, tab }: Surfaces): Promise<Seen> {
  const badge = await browser.readBadge(page);
  const part = (name: string) => badge?.parts[name] ?? '';
  return {
    badge: {
      healthFactor: part('health-factor'),
      buffer: part('buffer'),
      trigger: part('trigger'),
      word: part('level'),
      level: badge?.level ?? 'none',
    },
    toolbar: await browser.toolbar(tab),
    popup: {
      healthFactor: await textOf(popup, 'article [data-term="healthFactor"] .value bdi'),
      level: (await first(popup, 'article[data-level]')?.getAttribute('data-level')) ?? 'none',
    },
  };
}

/** The popup's exact liquidation price, with the oracle's eight decimals. */
export async function exactPrice(popup: Page, asset: string): Promise<bigint> {
  const text = await first(popup, `[data-part="trigger-price"][data-asset="${asset}"]`).textContent();
  const [, number] = /^\$([\d,]+\.\d{8})$/.exec(text ?? '') ?? [];
  if (number === undefined) throw new Error(`The popup gives no exact price of ${asset}, but "${text}".`);
  return parseUnits(number.replaceAll(',', ''), 8);
}

const first = (page: Page, selector: string) => page.locator(selector).first();

async function textOf(page: Page, selector: string): Promise<string> {
  const found = first(page, selector);
  return (await found.count()) === 0 ? '' : ((await found.textContent()) ?? '');
}
