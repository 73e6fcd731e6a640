import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { levelsByDanger } from '../view/words';
import { paintToolbar } from './toolbar';

const isShipped = (path: string) =>
  existsSync(fileURLToPath(new URL(`../../assets/public${path}`, import.meta.url)));

const face = { text: '1.21', colour: '#123456', title: 'Plimsoll', level: null };

/** A stand-in for the browser's own answer, which no test can bring about. */
const noticesAre = (level: string) =>
  Object.assign(browser.notifications, { getPermissionLevel: async () => level });

test.each([
  ['granted', 'Plimsoll'],
  ['denied', 'Plimsoll\nNotifications from Plimsoll are blocked, so no alert can reach you.'],
])('where notices are %s the title is %j (fault 64)', async (level, title) => {
  const setTitle = vi.fn(async () => undefined);
  Object.assign(browser.action, { setTitle });
  noticesAre(level);
  await paintToolbar(face, 7);
  expect(setTitle).toHaveBeenCalledExactlyOnceWith({ tabId: 7, title: expect.stringContaining(title) });
  if (level === 'granted') expect(setTitle).toHaveBeenCalledWith({ tabId: 7, title });
});

describe('the toolbar’s icon', () => {
  test.each([null, ...levelsByDanger])(
    'of %s is one that ships, in both sizes, on its tab only',
    async (level) => {
      const setIcon = vi.fn(async () => undefined);
      Object.assign(browser.action, { setIcon });
      await paintToolbar({ ...face, level }, 7);
      const [details] = setIcon.mock.calls[0] as unknown as [{ tabId: number; path: Record<string, string> }];
      expect(details.tabId).toBe(7);
      expect(Object.keys(details.path)).toEqual(['16', '32']);
      expect(Object.values(details.path).filter((path) => !isShipped(path))).toEqual([]);
      if (level) expect(details.path[16]).toContain(level);
    },
  );
});
