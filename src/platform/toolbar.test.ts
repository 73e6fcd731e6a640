import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { levelsByDanger } from '../view/words';
import { paintToolbar } from './toolbar';

const isShipped = (path: string) =>
  existsSync(fileURLToPath(new URL(`../../assets/public${path}`, import.meta.url)));

describe('the toolbar’s icon', () => {
  test.each([null, ...levelsByDanger])(
    'of %s is one that ships, in both sizes, on its tab only',
    async (level) => {
      const setIcon = vi.fn(async () => undefined);
      Object.assign(browser.action, { setIcon });
      await paintToolbar({ text: '1.21', colour: '#123456', title: 'Plimsoll', level }, 7);
      const [details] = setIcon.mock.calls[0] as unknown as [{ tabId: number; path: Record<string, string> }];
      expect(details.tabId).toBe(7);
      expect(Object.keys(details.path)).toEqual(['16', '32']);
      expect(Object.values(details.path).filter((path) => !isShipped(path))).toEqual([]);
      if (level) expect(details.path[16]).toContain(level);
    },
  );
});
