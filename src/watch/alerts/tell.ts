import type { Notice } from '../../model/alert';
import { notify } from '../../platform/notifications';
import { alertsOfAll, crossOut, historyItem } from '../../platform/storage';
import { grouped } from '../../view/noticeGroup';
import { inTurn } from '../inTurn';

const MAX_HISTORY = 200;

/**
 * Shows all that was written down and not crossed out, of all wallets and chains, as one notification, and crosses it out
 * in one write. Killed in between, the worker shows the same under the same id, which shows it once. What the browser
 * does not show now stays, and is shown with the next reading.
 */
export const tellPending = (): Promise<void> => inTurn(tell).catch(() => undefined);

async function tell(): Promise<void> {
  const all = (await alertsOfAll()).filter(({ state }) => state.pending.length > 0);
  const notices = all.flatMap(({ state }) => state.pending);
  const notice = grouped(notices);
  if (!notice) return;
  await notify(notice);
  await crossOut(all, withTold(await historyItem.getValue(), notices));
}

/** Each by itself, the newest first. Twice the same is once. */
function withTold(history: readonly Notice[], notices: readonly Notice[]): Notice[] {
  const isKnown = ({ id, at }: Notice) => history.some((each) => each.id === id && each.at === at);
  return [...notices.filter((notice) => !isKnown(notice)), ...history].slice(0, MAX_HISTORY);
}
