import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startFront } from '../localnet/front';
import { launchBrowser } from '../support/browser';

const LENDING = 'app.aave.com';

for (const [language, texts] of Object.entries({
  es: {
    watch: 'Seguir una dirección',
    settings: 'Ajustes',
    badge: 'No hay ninguna cartera conectada en esta página',
    dir: 'ltr',
    summary: 'Solo lee, nunca firma.',
  },
  ar: {
    watch: 'متابعة عنوان',
    settings: 'الإعدادات',
    badge: 'لا توجد محفظة متصلة في هذه الصفحة',
    dir: 'rtl',
    summary: 'يقرأ فقط ولا يوقّع أبدًا.',
  },
})) {
  test(`in a browser that speaks ${language} the popup, the settings, the badge and the manifest do`, async () => {
    const pages = fileURLToPath(new URL('./pages', import.meta.url));
    const front = await startFront({ upstream: 'http://127.0.0.1:9', routes: { [LENDING]: pages } });
    const browser = await launchBrowser({ hosts: [LENDING], frontPort: front.port, language });
    try {
      const popup = await browser.openPopup();
      await expect(popup.getByLabel(texts.watch)).toBeVisible();
      const settings = await browser.newPage();
      await settings.goto(`chrome-extension://${browser.extensionId}/options.html`);
      await expect(settings.getByRole('heading', { name: texts.settings })).toBeVisible();
      for (const screen of [popup, settings]) {
        await expect(screen.locator('html')).toHaveAttribute('lang', language);
        await expect(screen.locator('html')).toHaveAttribute('dir', texts.dir);
      }
      const page = await browser.newPage();
      await page.goto(`https://${LENDING}/`);
      await browser.waitForBadge(page, ({ text }) => text.includes(texts.badge));
      const summary = () => Reflect.get(globalThis, 'chrome').runtime.getManifest().description as string;
      expect(await browser.inExtension(summary)).toContain(texts.summary);
    } finally {
      await browser.close();
      await front.stop();
    }
  });
}
