import { useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { LevelChoices } from '../../model/settings';
import { usualBuffer } from '../../risk/goal';
import { isExpired } from '../../view/age';
import type { Handlers, Placed, PositionAlerts, ReadPosition } from '../popup/book';
import { Gone } from './Gone';
import { Head } from './Head';
import { OwnAlerts } from './OwnAlerts';
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
  readonly alerts: PositionAlerts | null;
  readonly now: number;
  readonly levels: LevelChoices | undefined;
  readonly ask: Handlers['dues'];
}

/** One position: what to do about it, what would happen if, and where every figure comes from. */
export function PositionScreen({ placed, read, alerts, now, levels, ask }: Props) {
  if (read !== null && isExpired(read.block.timestamp, now))
    return <Gone title={read.position.market.name} reason={t('position.noNews')} />;
  if (placed === null) return <Gone reason={t('position.gone')} />;
  const { title, reason, sentence } = placed.position;
  if (read === null) return <Gone title={title} reason={reason ?? sentence} />;
  const usual = usualBuffer(read.position, levels);
  return <Known key={`${read.key} ${usual}`} {...{ placed, read, alerts, now, usual, levels, ask }} />;
}

interface KnownProps {
  readonly placed: Placed;
  readonly read: ReadPosition;
  readonly alerts: PositionAlerts | null;
  readonly now: number;
  readonly ask: Handlers['dues'];
  readonly usual: string;
  readonly levels: LevelChoices | undefined;
}

function Known({ placed, read, alerts, now, usual, levels, ask }: KnownProps) {
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
        <WhatIf key={assets} position={position} buffer={buffer} levels={levels} />
        <Stress position={position} levels={levels} />
        {asked !== null && <Rates position={position} asked={asked} />}
      </div>
      <div>
        <Sources read={read} now={now} />
        {alerts !== null && placed.entry.wallet.watched && <OwnAlerts read={read} now={now} {...alerts} />}
        <Share card={placed.position} block={block} />
      </div>
    </div>
  );
}
