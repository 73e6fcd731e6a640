/** What a page's storage may hold before it is not worth parsing: the stores read here take a few kB. */
const longest = 100_000;

/** The stored value parsed, undefined when there is none or it is no JSON. Never throws. */
export const storedJson = (storage: Pick<Storage, 'getItem'>, key: string): unknown => {
  try {
    const text = storage.getItem(key);
    return text && text.length <= longest ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

/** `value[name]` where that is an own property of an object or array, else undefined. */
export const at = (value: unknown, name: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string | number, unknown>)[name]
    : undefined;

/** At most `most` entries of what should be an array. */
export const listOf = (value: unknown, most: number): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, most) : [];
