import { browser } from 'wxt/browser';

/** The only alarm: it reads the watched wallets again. */
const NAME = 'refresh';

/** Calls back on every alarm. Must be called in the first turn of the worker, or the alarm that woke it is missed. */
export function onAlarm(callback: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) callback();
  });
}

/** A few seconds, so that not everybody's browser asks at the same moment. */
const JITTER = 5 / 60;

const isOf = (period: number, existing: number | undefined): boolean =>
  existing !== undefined && existing >= period && existing <= period + JITTER;

/**
 * Calls back when the browser starts, and makes it start the worker then: otherwise only an alarm would, and Firefox
 * forgets alarms when it ends (developer.mozilla.org, "alarms"). Must be called in the first turn of the worker.
 */
export function onBrowserStart(callback: () => void): void {
  browser.runtime.onStartup.addListener(callback);
}

/**
 * An update of the browser or the extension may lose alarms, so every start makes sure of it.
 * @param period in minutes, half a minute at the least, to which browsers hold packed extensions; null keeps none
 */
export async function keepAlarm(period: number | null): Promise<void> {
  const existing = await browser.alarms.get(NAME);
  if (period === null) {
    if (existing) await browser.alarms.clear(NAME);
  } else if (!isOf(period, existing?.periodInMinutes))
    browser.alarms.create(NAME, { periodInMinutes: period + Math.random() * JITTER });
}
