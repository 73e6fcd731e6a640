import { useCallback, useRef, useState } from 'preact/hooks';
import { errorWords } from '../../view/typedWords';

export interface Action<A extends unknown[]> {
  run(...given: A): void;
  readonly busy: boolean;
  /** Why it failed last time, in words. */
  readonly failure: string | null;
}

/** Runs a promise-returning handler once at a time and keeps what the user must hear about it. */
export function useAction<A extends unknown[]>(
  handler: (...given: A) => Promise<void>,
  done?: () => void,
): Action<A> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef(false);
  const run = useCallback(
    (...given: A) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setFailure(null);
      handler(...given)
        .then(done, (error: unknown) => setFailure(errorWords(error)))
        .finally(() => {
          running.current = false;
          setBusy(false);
        });
    },
    [handler, done],
  );
  return { run, busy, failure };
}
