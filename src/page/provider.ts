/** A wallet as the page has it. `on` and `request` are called only after evidence of a connection. */
export type Provider = Readonly<Record<string, unknown>>;

/** A short string or a number as text; anything else, and anything long, is nothing. */
export const short = (value: unknown): string =>
  (typeof value === 'string' && value.length <= 66) || typeof value === 'number' ? `${value}` : '';

export const isProvider = (value: unknown): value is Provider =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** A provider's or an announcement's property: reading it may run the page's code, which may throw. */
export const get = (target: unknown, name: string): unknown => {
  try {
    return isProvider(target) ? target[name] : undefined;
  } catch {
    return undefined;
  }
};
