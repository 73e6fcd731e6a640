import { browser } from 'wxt/browser';

/** The only alarm: it reads the watched wallets again. */
const NAME = 'refresh';

/** Browsers hold packed extensions to half a minute at the least. */
const PERIOD_MINUTES = 1;

/** Calls back on every alarm. Must be called in the first turn of the worker, or the alarm that woke it is missed. */
export function onAlarm(callback: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) callback();
  });
}

/** An update of the browser or the extension may lose alarms, so every start makes sure; without wallets none is kept. */
export async function keepAlarm(wanted: boolean): Promise<void> {
  const existing = await browser.alarms.get(NAME);
  if (wanted && !existing) browser.alarms.create(NAME, { periodInMinutes: PERIOD_MINUTES });
  if (!wanted && existing) await browser.alarms.clear(NAME);
}
