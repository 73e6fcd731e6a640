import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Dues, DuesOf } from '../../model/purse';
import { useAction } from '../popup/useAction';

/** What is read of a position while its screen is open. */
export interface Asked {
  readonly dues: Dues | null;
  readonly busy: boolean;
  /** Why it could not be read, in words. */
  readonly failure: string | null;
  retry(): void;
}

/** Asks once when the screen opens, and again when told to. Null where nobody can be asked. */
export function useDues(ask: ((of: DuesOf) => Promise<Dues>) | undefined, of: DuesOf): Asked | null {
  const [dues, setDues] = useState<Dues | null>(null);
  const { chainId, account, key } = of;
  const handler = useCallback(
    async () => setDues((await ask?.({ chainId, account, key })) ?? null),
    [ask, chainId, account, key],
  );
  const { run, busy, failure } = useAction(handler);
  useEffect(run, [run]);
  return ask === undefined ? null : { dues, busy, failure, retry: run };
}
