import { expect, test } from './stage';

test('a page finds no word of the badge: closed root, bare host (threat: badge read by the page)', async ({
  open,
}) => {
  const page = await open('?badge=watch', { closed: true });
  await page.waitForFunction(() => window.preview !== undefined);
  const seen = await page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    return {
      html: host?.outerHTML,
      root: host?.shadowRoot ?? null,
      text: document.body.textContent?.trim(),
    };
  });
  expect(seen).toEqual({ html: '<div></div>', root: null, text: '' });
});

test('no rule of the page reaches it, and it moves nothing of the page', async ({ open }) => {
  const page = await open('?badge=watch');
  const before = await page.locator('.dock').boundingBox();
  const root = await page.locator('body > div').boundingBox();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      div, html > * { display: none !important; transform: scale(0) !important; font-size: 3px !important }
      html { font-size: 4px }
    `);
    document.adoptedStyleSheets = [sheet];
  });
  expect(await page.locator('.dock').boundingBox()).toEqual(before);
  await page.evaluate(() => window.preview.remove());
  expect(root).toEqual({ x: 8, y: 8, width: 1264, height: 0 });
});

test('keys and clicks inside stay inside; those outside go on as before', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.evaluate(() => {
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'click', 'pointerdown', 'focusin']) {
      document.addEventListener(type, () => heard.push(type));
    }
    Object.assign(window, { heard });
  });
  await page.locator('.pill').click();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  await page.mouse.click(5, 5);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toContain('click');
});

test('removed by the page it comes back three times and no more (fault 48)', async ({ open }) => {
  const page = await open('?badge=watch');
  for (let time = 1; time <= 4; time += 1) {
    await page.evaluate(() => document.documentElement.lastElementChild?.remove());
    await expect(page.locator('.pill')).toHaveCount(time <= 3 ? 1 : 0);
  }
});

test('it is removed without a trace', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.evaluate(() => window.preview.remove());
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
});
