import { english } from '../../src/i18n/english';

// The preview is a plain page, where no browser hands texts to an extension.
Object.assign(globalThis, { chrome: { ...Reflect.get(globalThis, 'chrome'), i18n: english } });
