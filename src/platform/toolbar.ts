import { browser } from 'wxt/browser';

export interface ToolbarFace {
  /** At most four characters fit. */
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

/** Paints the icon, for one tab or, without a tab, wherever no tab has a face of its own. A tab may be gone by then. */
export async function paintToolbar(face: ToolbarFace, tabId?: number): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId };
  try {
    await browser.action.setBadgeText({ ...tab, text: face.text });
    await browser.action.setBadgeBackgroundColor({ ...tab, color: face.colour });
    await browser.action.setTitle({ ...tab, title: face.title });
  } catch {
    // The tab was closed between the question and its answer; its icon went with it.
  }
}
