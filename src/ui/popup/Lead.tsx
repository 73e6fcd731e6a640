import type { PositionCard, Term } from '../../model/card';
import { Figure } from '../parts/Figure';
import { LevelWord } from '../parts/LevelWord';
import { Gauge } from './Gauge';

/** The figures that stand large at the top of a position. */
export const leading: readonly Term[] = ['healthFactor', 'buffer', 'liquidationPrice'];

/** What matters most about a position, beside its gauge. */
export function Lead({ position }: { position: PositionCard }) {
  const { level, word, healthFactor, buffer, trigger, figures } = position;
  const given = (term: Term) => figures.find((figure) => figure.term === term);
  return (
    <div class="lead">
      <div class="told">
        <Figure term="healthFactor" value={healthFactor} detail={null} />
        <LevelWord level={level} word={word} />
        {buffer !== null && (
          <Figure {...(given('buffer') ?? { term: 'buffer', detail: null })} value={buffer} />
        )}
        {trigger !== null && <Figure term="liquidationPrice" value={trigger} detail={null} />}
      </div>
      {(buffer !== null || level === 'liquidatable' || level === 'unknown') && <Gauge position={position} />}
    </div>
  );
}
