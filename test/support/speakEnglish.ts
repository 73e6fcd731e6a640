import { fakeBrowser } from 'wxt/testing';
import { english } from '../../src/i18n/english';

// The fake browser has no texts of its own.
Object.assign(fakeBrowser.i18n, english);
Object.assign(globalThis, { chrome: fakeBrowser });
