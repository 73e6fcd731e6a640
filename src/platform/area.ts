import { browser } from 'wxt/browser';

/** The browser's storage, which may be full or fail: then what is written is held here until it can be written. */

export type AreaName = 'local' | 'session';
type Values = Readonly<Record<string, unknown>>;

/** What can be had again or is missed least goes first; what was told, and what the user chose, never does. */
const DISPENSABLE = ['history', 'search:', 'memo:'];

const held: Record<AreaName, Record<string, unknown>> = { local: {}, session: {} };

let failing = false;

/** Whether what is written is only held in memory, and lost with it. */
export const isMemoryOnly = (): boolean => failing;

/** What is kept under these names, or under all; nothing of it where storage fails. */
export async function take(area: AreaName, names: readonly string[] | null): Promise<Values> {
  const stored = await browser.storage[area].get(names as string[] | null).catch(fails);
  return { ...stored, ...held[area] };
}

/** Keeps these values, all or none of them; null is as good as nothing. */
export async function put(area: AreaName, values: Values): Promise<void> {
  const all = { ...held[area], ...values };
  const write = () => browser.storage[area].set(all);
  try {
    await write().catch((error: unknown) => makeRoom(error, write));
    held[area] = {};
    failing = false;
  } catch {
    held[area] = all;
    fails();
  }
}

export async function drop(area: AreaName, names: readonly string[]): Promise<void> {
  for (const name of names) delete held[area][name];
  await browser.storage[area].remove([...names]).catch(fails);
}

/** Forgets everything. */
export async function clear(): Promise<void> {
  for (const area of ['local', 'session'] as const) {
    held[area] = {};
    await browser.storage[area].clear();
  }
}

function fails(): Values {
  failing = true;
  return {};
}

/** Chromium says "QUOTA_BYTES quota exceeded" (or "kQuotaBytes"), Firefox throws a QuotaExceededError. */
async function makeRoom(error: unknown, write: () => Promise<void>): Promise<void> {
  if (!/quota/i.test(String(error))) throw error;
  for (const prefix of DISPENSABLE) {
    const names = Object.keys(await browser.storage.local.get(null)).filter((name) =>
      name.startsWith(prefix),
    );
    if (names.length === 0) continue;
    await browser.storage.local.remove(names);
    try {
      return await write();
    } catch {
      // Still too much: the next goes too.
    }
  }
  throw error;
}
