import type { Plugin } from 'vite';

const ADDRESS = /(?<=['"])0x[0-9a-fA-F]{40}(?=['"])/g;

/**
 * Addresses in lower case, as they are compared and kept everywhere. The mixed case is a checksum that tests check in the
 * sources (test/conventions); shipped, it is half a kilobyte, and a hash of each where it is encoded.
 */
export const lowerAddresses = (): Plugin => ({
  name: 'lower-addresses',
  enforce: 'pre',
  transform: (code, id) =>
    /\/(src|aave-address-book)\/.*\.m?[jt]s$/.test(id) && code.match(ADDRESS)
      ? { code: code.replace(ADDRESS, (address) => address.toLowerCase()), map: null }
      : null,
});
