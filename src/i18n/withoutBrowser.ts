import { english } from './english';

// To be imported before anything that speaks: @wxt-dev/browser looks for the browser once, when it is first imported.
if (!Reflect.has(globalThis, 'chrome')) Object.assign(globalThis, { chrome: { i18n: english } });
