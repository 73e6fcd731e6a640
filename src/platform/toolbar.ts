import { browser } from 'wxt/browser';
import { t } from '../i18n/t';
import type { Level } from '../model/risk';
import { areNoticesBlocked } from './notifications';

export interface ToolbarFace {
  /** At most four characters fit. */
  readonly text: string;
  readonly colour: string;
  readonly title: string;
  /** Whose icon is shown; null for the plain one. */
  readonly level: Level | null;
}

/** From the extension's root, whatever page or worker asks. */
const icon = (level: Level | null, size: 16 | 32) => `/icons/${level === null ? '' : `${level}-`}${size}.png`;

/** Paints the icon, for one tab or, without a tab, wherever no tab has a face of its own. A tab may be gone by then. */
export async function paintToolbar(face: ToolbarFace, tabId?: number): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId };
  try {
    await browser.action.setBadgeText({ ...tab, text: face.text });
    await browser.action.setBadgeBackgroundColor({ ...tab, color: face.colour });
    await browser.action.setTitle({ ...tab, title: await titleOf(face) });
    await browser.action.setIcon({ ...tab, path: { 16: icon(face.level, 16), 32: icon(face.level, 32) } });
  } catch {
    // The tab was closed between the question and its answer; its icon went with it.
  }
}

/** Where no alert can come, the icon is the only one to say so. */
const titleOf = async ({ title }: ToolbarFace): Promise<string> =>
  (await areNoticesBlocked()) ? `${title}\n${t('options.trouble.muted')}` : title;
