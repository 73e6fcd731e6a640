import { useCallback, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Position } from '../../model/position';
import type { LevelChoices } from '../../model/settings';
import { assess } from '../../risk/assess';
import { changes, standingOf } from '../../view/changes';
import { type Draft, tryOut, untouched } from '../../view/whatIf';
import { AmountFields } from './AmountFields';
import { BeforeAfter } from './BeforeAfter';
import { CommonMove } from './CommonMove';
import { PriceFields } from './PriceFields';

interface Props {
  readonly position: Position;
  readonly buffer: string;
  readonly levels: LevelChoices | undefined;
}

/** Prices and amounts that are not so, and what the figures would then be. Nothing is signed or sent. */
export function WhatIf({ position, buffer, levels }: Props) {
  const [draft, setDraft] = useState<Draft>(untouched);
  const reset = useCallback(() => setDraft(untouched), []);
  const tried = useMemo(() => tryOut(position, draft), [position, draft]);
  const before = useMemo(() => assess(position, levels), [position, levels]);
  const after = useMemo(() => assess(tried.after, levels), [tried, levels]);
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
