import { browser } from '@wxt-dev/browser';

/**
 * Stands in for webextension-polyfill in content scripts, where it would be a fifth of all bytes: they only send
 * messages, and every browser that we build for answers those with promises by itself.
 */
export { browser };
export default browser;
