/** Then the user knows, and no endpoint is to blame. A machine that does not say counts as online. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
