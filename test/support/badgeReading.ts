import type { CDPSession, Page } from '@playwright/test';
import { type BadgeReading, badgePart, badgeReadings, type Node } from './badgeTree';

const documentOf = async (devtools: CDPSession): Promise<Node> =>
  ((await devtools.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node }).root;

const withDevtools = async <T>(page: Page, work: (devtools: CDPSession) => Promise<T>): Promise<T> => {
  const devtools = await page.context().newCDPSession(page);
  try {
    return await work(devtools);
  } finally {
    await devtools.detach().catch(() => undefined);
  }
};

export const readBadges = (page: Page): Promise<BadgeReading[]> =>
  withDevtools(page, async (devtools) => badgeReadings(await documentOf(devtools)));

export const clickInBadge = (page: Page, part?: string): Promise<void> =>
  withDevtools(page, async (devtools) => {
    const { backendNodeId = 0 } = badgePart(await documentOf(devtools), part);
    const { model } = await devtools.send('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  });
