import { LevelWord } from '../parts/LevelWord';
import type { Handlers, Placed } from './book';
import { FreshnessLine } from './FreshnessLine';
import { PositionDetails } from './PositionDetails';
import { hashOf } from './route';
import { short } from './short';

interface Props {
  readonly placed: readonly Placed[];
  readonly now: number;
  readonly refresh: Handlers['refresh'];
}

/** The worst position open, the others one line each. */
export function Positions({ placed: [worst, ...others], now, refresh }: Props) {
  if (worst === undefined) return null;
  return (
    <>
      <article class="sheet" data-level={worst.position.level}>
        <header class="title">
          <h2>{worst.position.title}</h2>
          <Owner {...worst} />
        </header>
        <PositionDetails position={worst.position} />
        <More placed={worst} />
        <FreshnessLine entry={worst.entry} now={now} refresh={refresh} />
      </article>
      {others.map((placed) => (
        <Other key={placed.position.key} placed={placed} />
      ))}
    </>
  );
}

function Other({ placed }: { placed: Placed }) {
  const { position } = placed;
  return (
    <details class="sheet other" data-level={position.level}>
      <summary>
        <span class="title">
          <h2>{position.title}</h2>
          <Owner {...placed} />
        </span>
        <span class="glance">
          <bdi>{position.healthFactor}</bdi>
          <LevelWord level={position.level} word={position.word} />
        </span>
      </summary>
      <PositionDetails position={position} />
      <More placed={placed} />
    </details>
  );
}

/** Only where there is something to do sums with. */
function More({ placed: { position, entry } }: { placed: Placed }) {
  const { key } = position;
  if (!entry.read.some((each) => each.key === key)) return null;
  return (
    <p class="more">
      <a href={hashOf({ screen: 'position', key })}>Way out, what-if and stress test</a>
    </p>
  );
}

function Owner({ entry: { wallet } }: Placed) {
  return (
    <small>
      <bdi>{short(wallet.address)}</bdi>
      {!wallet.watched && wallet.seenOn !== null && `, seen on ${wallet.seenOn}`}
    </small>
  );
}
