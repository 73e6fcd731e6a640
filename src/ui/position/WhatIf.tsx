import { useCallback, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Position } from '../../model/position';
import { assess } from '../../risk/assess';
import { changes, standingOf } from '../../view/changes';
import { type Draft, tryOut, untouched } from '../../view/whatIf';
import { AmountFields } from './AmountFields';
import { BeforeAfter } from './BeforeAfter';
import { CommonMove } from './CommonMove';
import { PriceFields } from './PriceFields';

/** Prices and amounts that are not so, and what the figures would then be. Nothing is signed or sent. */
export function WhatIf({ position, buffer }: { position: Position; buffer: string }) {
  const [draft, setDraft] = useState<Draft>(untouched);
  const reset = useCallback(() => setDraft(untouched), []);
  const tried = useMemo(() => tryOut(position, draft), [position, draft]);
  const before = useMemo(() => assess(position), [position]);
  const after = useMemo(() => assess(tried.after), [tried]);
  const about = position.agrees ? '' : '≈';
  const then = standingOf(after, about);
  const given = { position, draft, says: tried.says, set: setDraft };
  return (
    <section class="sheet what-if" aria-label={t('whatIf.heading')}>
      <div class="line">
        <h2>{t('whatIf.heading')}</h2>
        <button type="button" class="quiet" aria-disabled={draft === untouched} onClick={reset}>
          {t('whatIf.reset')}
        </button>
      </div>
      <CommonMove {...given} then={then} />
      <BeforeAfter
        now={standingOf(before, about)}
        then={then}
        rows={changes(before, after, position)}
        isChanged={draft !== untouched}
      />
      <PriceFields {...given} />
      <AmountFields {...given} buffer={buffer} />
    </section>
  );
}
