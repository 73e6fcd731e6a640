import { useState } from 'preact/hooks';
import { errorWords } from '../../view/typedWords';

interface Kept<T> {
  readonly value: T;
  change(to: T): void;
  /** Why the last change could not be kept. */
  readonly failure: string | null;
}

/** What is typed, written to storage with every key, so that closing the popup loses nothing. */
export function useKept<T>(stored: T, keep: (value: T) => Promise<void>): Kept<T> {
  const [value, setValue] = useState(() => stored);
  const [failure, setFailure] = useState<string | null>(null);
  const change = (to: T) => {
    setValue(() => to);
    keep(to).then(
      () => setFailure(null),
      (error: unknown) => setFailure(errorWords(error)),
    );
  };
  return { value, change, failure };
}
