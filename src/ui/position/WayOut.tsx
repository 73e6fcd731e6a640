import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Block, Position } from '../../model/position';
import type { Dues } from '../../model/purse';
import { buffersAround } from '../../view/buffers';
import { meansOf } from '../../view/means';
import { type Way, wayOut } from '../../view/wayOut';
import { CopyButton } from './CopyButton';

interface Props {
  readonly position: Position;
  readonly block: Block;
  /** What the wallet has to act with, once that is read. */
  readonly dues: Dues | null;
  readonly buffer: string;
  /** The buffer that is offered first. */
  readonly usual: string;
  choose(buffer: string): void;
}

/** What leads back to a buffer; where it is there already, what can still be taken out. */
export function WayOut({ position, block, dues, buffer, usual, choose }: Props) {
  const { isReached, ways } = useMemo(() => wayOut(position, buffer), [position, buffer]);
  const owes = position.debt.length > 0;
  const { app } = position.market;
  return (
    <section class="sheet way-out">
      <h2>{isReached ? t('wayOut.room') : t('wayOut.heading')}</h2>
      {owes ? (
        <label class="goal">
          {isReached ? t('wayOut.keep') : t('wayOut.goal')}{' '}
          <select value={buffer} onChange={({ currentTarget: { value } }) => choose(value)}>
            {buffersAround(usual).map(({ share, text }) => (
              <option key={share} value={share}>
                {text}
              </option>
            ))}
          </select>{' '}
          {isReached ? t('wayOut.can') : t('wayOut.do')}
        </label>
      ) : (
        <p class="hint">{t('wayOut.noDebt')}</p>
      )}
      <ul class="ways">
        {ways.map((way, place) => (
          <WayRow
            key={`${way.verb}${place}`}
            way={way}
            means={dues === null ? [] : meansOf(way.need, position, dues)}
          />
        ))}
      </ul>
      {app !== undefined && (
        <p class="app">
          <a href={app} target="_blank" rel="noreferrer">
            {t('wayOut.open', { host: new URL(app).host })}
          </a>
        </p>
      )}
      <p class="hint">
        {ways.length > 1 && `${isReached ? t('wayOut.eachRoom') : t('wayOut.each')} `}
        {t('wayOut.block', { block: block.number })}
      </p>
    </section>
  );
}

function WayRow({
  way: { verb, asset, amount, note },
  means,
}: {
  readonly way: Way;
  readonly means: readonly string[];
}) {
  return (
    <li class="way">
      <div class="line">
        <span>
          {verb}{' '}
          <bdi class={amount === null ? undefined : 'exact'}>
            {amount === null ? asset : `${amount.shown} ${asset}`}
          </bdi>
        </span>
        {amount !== null && (
          <CopyButton text={amount.exact} name={t('copy.named', { what: `${amount.exact} ${asset}` })}>
            {t('copy.button')}
          </CopyButton>
        )}
      </div>
      {note !== null && <small>{note}</small>}
      {means.map((words) => (
        <small key={words}>{words}</small>
      ))}
    </li>
  );
}
