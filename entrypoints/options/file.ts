import * as v from 'valibot';
import { t } from '../../src/i18n/t';
import type { OwnRpcs } from '../../src/model/settings';
import { storageTroubles } from '../../src/platform/kept';
import type { ImportPlan } from '../../src/ui/options/book';
import { partNames, parts } from './parts';

/** Of the file's form. One that is higher was saved by a newer Plimsoll, and is not guessed at. */
const VERSION = 1;

const fileSchema = v.object({
  plimsoll: v.pipe(v.number(), v.safeInteger()),
  items: v.record(v.string(), v.unknown()),
});

/** Everything that the user has entered and chosen; readings of the chain are not in it, they can be had again. */
export async function fileText(saved: Date): Promise<string> {
  const items = await Promise.all(
    partNames.map(async (name) => [name, await parts[name].item.getValue()] as const),
  );
  return JSON.stringify(
    { plimsoll: VERSION, saved: saved.toISOString(), items: Object.fromEntries(items) },
    null,
    1,
  );
}

/**
 * What a file would change. All of it is checked before anything is changed.
 * @throws in the user's words where the file is not whole, not ours or of a newer version
 */
export async function planOf(text: string): Promise<ImportPlan & { endpoints: readonly string[] }> {
  const items = itemsIn(text);
  const found = partNames.flatMap((name) => {
    if (!Object.hasOwn(items, name)) return [];
    const checked = v.safeParse(parts[name].schema, items[name]);
    if (!checked.success) throw new Error(t('options.data.badPart', { part: t(`options.part.${name}`) }));
    return [{ name, ...parts[name], filed: checked.output }];
  });
  const changes: string[] = [];
  for (const { name, item, join, filed } of found) {
    const here = await item.getValue();
    const after = join(here, filed);
    if (!same(here, after)) changes.push(lineOf(t(`options.part.${name}`), here, after));
  }
  if (storageTroubles().includes('newer')) throw new Error(t('options.storage.newer'));
  const endpoints = found.flatMap(({ name, filed }) =>
    name === 'rpcs' ? Object.values(filed as OwnRpcs).flat() : [],
  );
  return {
    changes,
    endpoints,
    async run() {
      for (const { item, join, filed } of found) await item.update((here) => join(here, filed));
    },
  };
}

function itemsIn(text: string): Readonly<Record<string, unknown>> {
  const file = v.safeParse(fileSchema, parsed(text));
  if (!file.success) throw new Error(t('options.data.noFile'));
  if (file.output.plimsoll > VERSION) throw new Error(t('options.data.newerFile'));
  return file.output.items;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The browser hands objects back with their names in another order. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === others.length &&
    names.every((name) => same((one as never)[name], (other as never)[name]))
  );
}

function lineOf(part: string, here: unknown, after: unknown): string {
  const more = countOf(after) - countOf(here);
  return more > 0 ? t('options.data.added', { part, n: more }) : t('options.data.replaced', { part });
}

function countOf(value: unknown): number {
  const list = Array.isArray(value) ? value : (value as { loans?: unknown } | null)?.loans;
  return Array.isArray(list) ? list.length : 0;
}
