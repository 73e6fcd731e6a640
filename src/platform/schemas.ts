import * as v from 'valibot';
import type { Address } from '../model/asset';
import type { DuesOf } from '../model/purse';
import type { BadgePlace } from '../model/settings';
import type { AccountHint, PageHint } from '../model/snapshot';

/** The form of something that comes from outside. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** The forms that messages must have; whatever comes from a page is a stranger's word. */
const address = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-fA-F]{40}$/),
  v.transform((text) => text as Address),
);

const MAX_ACCOUNTS = 8;
const MAX_PIXELS = 100_000;

const pixels = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MAX_PIXELS));

export const addressSchema: Schema<Address> = address;

const accounts: Schema<AccountHint[]> = v.pipe(
  v.array(
    v.strictObject({
      address,
      chainId: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
      how: v.picklist(['connected', 'watching']),
    }),
  ),
  v.maxLength(MAX_ACCOUNTS),
);

const marketId = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-f]{64}$/),
  v.transform((text) => text as `0x${string}`),
);

export const pageSchema: Schema<PageHint> = v.strictObject({ accounts, market: v.nullable(marketId) });

export const placeSchema: Schema<BadgePlace> = v.strictObject({
  right: pixels,
  bottom: pixels,
  folded: v.boolean(),
  hidden: v.boolean(),
});

export const networkSchema: Schema<{ id: number; on: boolean }> = v.strictObject({
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  on: v.boolean(),
});

export const duesSchema: Schema<DuesOf> = v.strictObject({
  chainId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  account: address,
  key: v.string(),
});

/** The value in its form, or an error that says which message was refused. */
export function accepted<T>(schema: Schema<T>, value: unknown, message: string): T {
  const result = v.safeParse(schema, value);
  if (!result.success)
    throw new Error(`The message “${message}” was refused: it is not of the expected form.`);
  return result.output;
}
