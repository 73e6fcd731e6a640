import * as v from 'valibot';
import { t } from '../i18n/t';
import type { Trouble } from '../model/settings';
import { type AreaName, isMemoryOnly, put, take } from './area';
import type { Schema } from './schemas';

export interface Kept<T> {
  getValue(): Promise<T>;
  /** @throws in the user's words where a newer Plimsoll has written it */
  setValue(value: T): Promise<void>;
  /** Reads, changes and writes with nobody in between, in whatever window they are. */
  update(change: (value: T) => T): Promise<void>;
}

interface Form<T> {
  readonly fallback: T;
  /** What is not of this form is set aside under "backup:", and the fallback stands. */
  readonly schema?: Schema<T>;
  readonly version?: number;
  /** By the version that they lead to. */
  readonly migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
}

/** Whether something was met that a newer Plimsoll has written, and that this one leaves as it is. */
let newerMet = false;

/** What has kept this worker or window from keeping anything so far. */
export function storageTroubles(): Trouble[] {
  return [...(isMemoryOnly() ? (['memory'] as const) : []), ...(newerMet ? (['newer'] as const) : [])];
}

/**
 * One value in storage, in the same form as @wxt-dev/storage keeps it: the version stands beside it under "name$". Not
 * that library's own item, because it writes over what is newer, and its 3.6 kB count in the worker and in the popup.
 */
export function kept<T>(key: `${AreaName}:${string}`, form: Form<T>): Kept<T> {
  const { fallback, schema, version = 1, migrations = {} } = form;
  const area = key.startsWith('local:') ? 'local' : 'session';
  const name = key.slice(area.length + 1);
  const meta = `${name}$`;

  const write = (value: unknown): Promise<void> =>
    put(area, version > 1 ? { [name]: value, [meta]: { v: version } } : { [name]: value });

  async function read(): Promise<{ value: T; isNewer: boolean }> {
    const { [name]: raw, [meta]: told } = await take(area, schema ? [name, meta] : [name]);
    if (raw === undefined || raw === null) return { value: fallback, isNewer: false };
    if (!schema) return { value: raw as T, isNewer: false };
    const from = versionIn(told);
    const isNewer = from > version;
    newerMet ||= isNewer;
    const whole = v.safeParse(schema, migrated(raw, from));
    if (isNewer) return { value: whole.success ? whole.output : fallback, isNewer };
    if (!whole.success) await put(area, { [`backup:${name}`]: raw, [name]: null });
    else if (from < version) await write(whole.output);
    return { value: whole.success ? whole.output : fallback, isNewer };
  }

  /** A migration that stumbles over a damaged value leaves it to the schema to refuse. */
  function migrated(value: unknown, from: number): unknown {
    try {
      let now = value;
      for (let to = from + 1; to <= version; to++) now = migrations[to]?.(now) ?? now;
      return now;
    } catch {
      return undefined;
    }
  }

  async function setValue(value: T): Promise<void> {
    if (schema && (await read()).isNewer) throw new Error(t('options.storage.newer'));
    await write(value);
  }

  const getValue = async () => (await read()).value;
  const update = (change: (value: T) => T) => alone(key, async () => setValue(change(await getValue())));
  return { getValue, setValue, update };
}

const versionIn = (meta: unknown): number => Number((meta as { v?: unknown } | null | undefined)?.v ?? 1);

/** The browser's locks hold between the worker and every window. */
const alone = (key: string, work: () => Promise<void>): Promise<void> =>
  globalThis.navigator?.locks ? navigator.locks.request(key, work) : work();
