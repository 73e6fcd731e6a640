import * as v from 'valibot';
import type { KeptLoans } from '../../src/model/lender';
import {
  alertChoicesSchema,
  networksSchema,
  rpcsSchema,
  schemeSchema,
  snoozesSchema,
  verifySchema,
  walletsSchema,
} from '../../src/platform/choices';
import { draftIn, rowsIn, sortedOut } from '../../src/platform/forms';
import type { Kept } from '../../src/platform/kept';
import { placeSchema, type Schema } from '../../src/platform/schemas';
import {
  alertChoicesItem,
  calculatorItem,
  historyItem,
  loanDraftItem,
  loansItem,
  networksItem,
  placesItem,
  rpcsItem,
  schemeItem,
  snoozesItem,
  verifyItem,
  watchedItem,
} from '../../src/platform/storage';

/** One part of the file: where it is kept, what it may look like, and how it joins what is here already. */
export interface Part<T> {
  readonly item: Pick<Kept<T>, 'getValue' | 'update'>;
  readonly schema: Schema<T>;
  /** Nothing that is here is lost, and where both speak the file is right. */
  join(here: T, filed: T): T;
}

const part = <T>(item: Part<T>['item'], schema: Schema<T>, join: Part<T>['join']): Part<unknown> =>
  ({ item, schema, join }) as unknown as Part<unknown>;

const asFiled = <T>(_: T, filed: T): T => filed;
const byName = <T extends object>(here: T, filed: T): T => ({ ...here, ...filed });
const byKey =
  <T>(keyOf: (each: T) => string) =>
  (here: readonly T[], filed: readonly T[]): T[] => {
    const known = new Set(filed.map(keyOf));
    return [...here.filter((each) => !known.has(keyOf(each))), ...filed];
  };

/** What cannot be read is no mistake of the file's where the file says so itself. */
const loansSchema: Schema<unknown> = v.nullable(
  v.pipe(
    v.unknown(),
    v.check((filed) => {
      const { setAside = [] } = (filed ?? {}) as Partial<KeptLoans>;
      return sortedOut(filed).setAside.length === setAside.length;
    }),
  ),
);

function joinLoans(here: unknown, filed: unknown): unknown {
  const [ours, theirs] = [sortedOut(here), sortedOut(filed)];
  const loans = byKey<{ id: string }>(({ id }) => id)(ours.loans, theirs.loans);
  const setAside = byKey<unknown>(JSON.stringify)(ours.setAside, theirs.setAside);
  return { version: 1, loans, setAside };
}

const unfinished = (whole: (stored: unknown) => unknown): Schema<unknown> =>
  v.nullable(
    v.pipe(
      v.unknown(),
      v.check((typed) => whole(typed) !== null),
    ),
  );

const noticeSchema = v.object({
  id: v.string(),
  level: v.picklist(['safe', 'watch', 'low', 'critical', 'liquidatable', 'unknown']),
  title: v.string(),
  message: v.string(),
  at: v.number(),
});

export const parts = {
  wallets: part(
    watchedItem,
    walletsSchema,
    byKey(({ address }) => address.toLowerCase()),
  ),
  networks: part(networksItem, networksSchema, asFiled),
  alertChoices: part(alertChoicesItem, alertChoicesSchema, asFiled),
  snoozes: part(snoozesItem, snoozesSchema, byName),
  rpcs: part(rpcsItem, rpcsSchema, byName),
  verify: part(verifyItem, verifySchema, asFiled),
  scheme: part(schemeItem, schemeSchema, asFiled),
  loans: part(loansItem, loansSchema, joinLoans),
  calculator: part(calculatorItem, unfinished(rowsIn), asFiled),
  draft: part(loanDraftItem, unfinished(draftIn), asFiled),
  places: part(placesItem, v.record(v.string(), placeSchema), byName),
  history: part(historyItem, v.array(noticeSchema), (here, filed) =>
    byKey<(typeof here)[number]>(({ id, at }) => `${id} ${at}`)(here, filed).sort((a, b) => b.at - a.at),
  ),
} as const;

export type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as PartName[];
