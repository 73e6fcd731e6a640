import * as v from 'valibot';
import type { AlertChoices, Limits, OwnRpcs, Scheme, Snoozes, WalletChange } from '../model/settings';
import type { Wallet } from '../model/snapshot';
import { endpointFault } from './endpoint';
import { addressSchema, type Schema } from './schemas';

/** The forms of what the user chooses, in storage and in a file. */

const text = v.string();
const flag = v.boolean();
const chainIds: Schema<number[]> = v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));
const share = v.pipe(text, v.regex(/^(0|1)(\.\d{1,6})?$/));
const clock = v.pipe(text, v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const LABEL_LENGTH = 40;
const labelSchema: Schema<string> = v.pipe(text, v.maxLength(LABEL_LENGTH));

export const walletsSchema: Schema<Wallet[]> = v.array(
  v.object({
    address: addressSchema,
    watched: flag,
    seenOn: v.nullable(text),
    label: labelSchema,
    chains: v.nullable(chainIds),
  }),
);

export const walletChangeSchema: Schema<WalletChange> = v.strictObject({
  address: addressSchema,
  label: labelSchema,
  chains: v.nullable(chainIds),
});

export const networksSchema: Schema<number[] | null> = v.nullable(chainIds);

const limits: Schema<Limits> = v.pipe(
  v.tuple([share, share, share]),
  v.check(([watch, low, critical]) => 1 > +watch && +watch > +low && +low > +critical && +critical > 0),
);

export const alertChoicesSchema: Schema<AlertChoices | null> = v.nullable(
  v.object({
    levels: v.object({ volatile: limits, pegged: limits }),
    ownLevels: v.record(text, limits),
    fastDrop: v.nullable(v.object({ share, minutes: v.pipe(v.number(), v.minValue(1)) })),
    parameters: flag,
    opened: flag,
    oracles: flag,
    quiet: v.nullable(v.object({ from: clock, to: clock })),
  }),
);

export const snoozesSchema: Schema<Snoozes> = v.record(text, v.pipe(v.number(), v.finite()));

export const endpointSchema: Schema<string> = v.pipe(
  text,
  v.maxLength(2_000),
  v.check((url) => endpointFault(url) === null),
);

export const rpcsSchema: Schema<OwnRpcs> = v.record(text, v.pipe(v.array(endpointSchema), v.minLength(1)));

export const verifySchema: Schema<boolean> = flag;
export const schemeSchema: Schema<Scheme> = v.nullable(v.picklist(['light', 'dark']));
export const sitesSchema: Schema<string[]> = v.array(text);
