import { t } from '../i18n/t';
import type { Notice } from '../model/alert';

/** A notice that says what it is: sent to see that notices come. */
export const testNotice = (nowMs: number): Notice => ({
  id: 'test',
  level: 'unknown',
  title: t('options.testNotice.title'),
  message: t('options.testNotice.message'),
  at: Math.floor(nowMs / 1000),
});
