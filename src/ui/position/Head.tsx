import { Freshness } from '../parts/Freshness';
import type { Placed, ReadPosition } from '../popup/book';
import { Lead } from '../popup/Lead';
import { ownerWords } from '../popup/short';
import { Back } from './Back';

interface Props {
  readonly placed: Placed;
  readonly read: ReadPosition;
  readonly now: number;
}

/** Which position it is and how it stands. */
export function Head({ placed: { position, entry }, read, now }: Props) {
  const { block, rpc } = read;
  return (
    <section class="sheet" data-level={position.level}>
      <Back />
      <header class="title">
        <h2>{position.title}</h2>
        <small>{ownerWords(entry.wallet)}</small>
      </header>
      <Lead position={position} />
      {position.notes.length > 0 && (
        <ul class="notes">
          {position.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Freshness reading={{ block: block.number, timestamp: block.timestamp, rpc }} now={now} />
    </section>
  );
}
