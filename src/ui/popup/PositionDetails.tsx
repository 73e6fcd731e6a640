import type { PositionCard } from '../../model/card';
import { Figure } from '../parts/Figure';
import { PositionBody } from '../parts/PositionBody';
import { Lead, leading } from './Lead';
import { Meter } from './Meter';

/** Everything known about one position, under its title. */
export function PositionDetails({ position }: { position: PositionCard }) {
  const { figures, utilization, reason } = position;
  const used = figures.find(({ term }) => term === 'utilization');
  const others = figures.filter(({ term }) => !leading.includes(term) && term !== 'utilization');
  return (
    <>
      <Lead position={position} />
      {reason !== null && <p class="reason">{reason}</p>}
      <PositionBody position={{ ...position, figures: others }}>
        {used !== undefined && <Figure {...used} />}
        {utilization !== null && <Meter share={utilization} />}
      </PositionBody>
    </>
  );
}
