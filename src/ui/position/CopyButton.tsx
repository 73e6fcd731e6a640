import { useCallback, useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';

/** For how long a button says that it has copied. */
const SAID_MS = 2000;

/** Copies a text as it is, and says so. */
export function CopyButton({ text, name, children }: { text: string; name?: string; children: string }) {
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return;
    const clock = setTimeout(() => say(''), SAID_MS);
    return () => clearTimeout(clock);
  }, [said]);
  const copy = useCallback(() => {
    navigator.clipboard.writeText(text).then(
      () => say(t('copy.done')),
      () => say(t('copy.failed')),
    );
  }, [text]);
  return (
    <span class="copy">
      <button type="button" class="quiet" aria-label={name} onClick={copy}>
        {children}
      </button>
      <span class="said" role="status">
        {said}
      </span>
    </span>
  );
}
