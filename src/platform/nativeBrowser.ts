import { browser } from '@wxt-dev/browser';

/**
 * Stands in for webextension-polyfill everywhere, because its three kilobytes count: every browser that we build for
 * answers with promises by itself.
 */
export { browser };
export default browser;
