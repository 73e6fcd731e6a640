import { browser } from '@wxt-dev/browser';

/**
 * Stands in for webextension-polyfill where its three kilobytes count, on other people's pages and in the worker: every
 * browser that we build for answers with promises by itself.
 */
export { browser };
export default browser;
