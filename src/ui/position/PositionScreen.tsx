import { useState } from 'preact/hooks';
import { usualBuffer } from '../../risk/goal';
import { isExpired } from '../../view/age';
import type { Handlers, Placed, ReadPosition } from '../popup/book';
import { Gone } from './Gone';
import { Head } from './Head';
import { Rates } from './Rates';
import { Share } from './Share';
import { Sources } from './Sources';
import { Stress } from './Stress';
import { useDues } from './useDues';
import { WayOut } from './WayOut';
import { WhatIf } from './WhatIf';
import './position.css';

interface Props {
  readonly placed: Placed | null;
  readonly read: ReadPosition | null;
  readonly now: number;
  readonly ask: Handlers['dues'];
}

/** One position: what to do about it, what would happen if, and where every figure comes from. */
export function PositionScreen({ placed, read, now, ask }: Props) {
  if (read !== null && isExpired(read.block.timestamp, now))
    return <Gone title={read.position.market.name} reason="No news from the chain for 10 minutes." />;
  if (placed === null) return <Gone reason="This position is no longer here." />;
  const { title, reason, sentence } = placed.position;
  if (read === null) return <Gone title={title} reason={reason ?? sentence} />;
  const usual = usualBuffer(read.position);
  return <Known key={`${read.key} ${usual}`} placed={placed} read={read} now={now} ask={ask} usual={usual} />;
}

interface KnownProps {
  readonly placed: Placed;
  readonly read: ReadPosition;
  readonly now: number;
  readonly ask: Handlers['dues'];
  readonly usual: string;
}

function Known({ placed, read, now, ask, usual }: KnownProps) {
  const { position, block, key } = read;
  const asked = useDues(ask, { chainId: position.market.chainId, account: placed.entry.wallet.address, key });
  const [buffer, choose] = useState(usual);
  // What is typed stands beside certain assets: where those change it is about others.
  const assets = [position.collateral, position.debt]
    .map((side) => side.map(({ address }) => address))
    .join(' ');
  return (
    <div class="screen">
      <div>
        <Head placed={placed} read={read} now={now} />
        <WayOut
          position={position}
          block={block}
          dues={asked?.dues ?? null}
          buffer={buffer}
          usual={usual}
          choose={choose}
        />
      </div>
      <div>
        <WhatIf key={assets} position={position} buffer={buffer} />
        <Stress position={position} />
        {asked !== null && <Rates position={position} asked={asked} />}
      </div>
      <div>
        <Sources read={read} now={now} />
        <Share card={placed.position} block={block} />
      </div>
    </div>
  );
}
