import { useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { usualBuffer } from '../../risk/goal';
import { isExpired } from '../../view/age';
import type { Placed, ReadPosition } from '../popup/book';
import { Gone } from './Gone';
import { Head } from './Head';
import { Share } from './Share';
import { Sources } from './Sources';
import { Stress } from './Stress';
import { WayOut } from './WayOut';
import { WhatIf } from './WhatIf';
import './position.css';

interface Props {
  readonly placed: Placed | null;
  readonly read: ReadPosition | null;
  readonly now: number;
}

/** One position: what to do about it, what would happen if, and where every figure comes from. */
export function PositionScreen({ placed, read, now }: Props) {
  if (read !== null && isExpired(read.block.timestamp, now))
    return <Gone title={read.position.market.name} reason={t('position.noNews')} />;
  if (placed === null) return <Gone reason={t('position.gone')} />;
  const { title, reason, sentence } = placed.position;
  if (read === null) return <Gone title={title} reason={reason ?? sentence} />;
  const usual = usualBuffer(read.position);
  return <Known key={`${read.key} ${usual}`} placed={placed} read={read} now={now} usual={usual} />;
}

interface KnownProps {
  readonly placed: Placed;
  readonly read: ReadPosition;
  readonly now: number;
  readonly usual: string;
}

function Known({ placed, read, now, usual }: KnownProps) {
  const { position, block } = read;
  const [buffer, choose] = useState(usual);
  // What is typed stands beside certain assets: where those change it is about others.
  const assets = [position.collateral, position.debt]
    .map((side) => side.map(({ address }) => address))
    .join(' ');
  return (
    <div class="screen">
      <div>
        <Head placed={placed} read={read} now={now} />
        <WayOut position={position} block={block} buffer={buffer} usual={usual} choose={choose} />
      </div>
      <div>
        <WhatIf key={assets} position={position} buffer={buffer} />
        <Stress position={position} />
      </div>
      <div>
        <Sources read={read} now={now} />
        <Share card={placed.position} block={block} />
      </div>
    </div>
  );
}
