import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/t';
import { isSocket } from '../../platform/endpoint';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { NetworkChoice, OptionsHandlers } from './book';
import { EndpointField } from './EndpointField';
import { EndpointRow } from './EndpointRow';

interface Props {
  readonly network: NetworkChoice;
  readonly on: Pick<OptionsHandlers, 'rpcs' | 'addRpc' | 'testRpc'>;
}

/** Whom one network is asked of, in which order. */
export function Endpoints({ network, on }: Props) {
  const { name, rpcs, usual } = network;
  const action = useAction((urls: readonly string[] | null) => on.rpcs(network, urls));
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);

  // A row that moves in the document loses the focus that its button had.
  useEffect(() => {
    if (moved.current === null) return;
    const rows = [...(list.current?.children ?? [])];
    const [url, way] = moved.current.split(' ');
    moved.current = null;
    rows[rpcs.indexOf(url ?? '')]?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus();
  }, [rpcs]);

  const readFrom = rpcs.filter((url) => !isSocket(url)).length;

  function move(from: number, way: 'up' | 'down') {
    const url = rpcs[from];
    const to = from + (way === 'up' ? -1 : 1);
    if (url === undefined || to < 0 || to >= rpcs.length) return;
    moved.current = `${url} ${way}`;
    const others = rpcs.filter((each) => each !== url);
    action.run([...others.slice(0, to), url, ...others.slice(to)]);
  }

  return (
    <details class="endpoints">
      <summary>
        <span class="name">{name}</span>{' '}
        <small>
          {rpcs.join() === usual.join()
            ? t('options.networks.usual', { n: rpcs.length })
            : t('options.networks.own', { n: rpcs.length })}
        </small>
      </summary>
      <ol class="rows" ref={list}>
        {rpcs.map((url, at) => (
          <EndpointRow
            key={url}
            {...{ url, network, test: on.testRpc }}
            isFirst={at === 0}
            isLast={at === rpcs.length - 1}
            isNeeded={!isSocket(url) && readFrom === 1}
            move={(way) => move(at, way)}
            remove={() => action.run(rpcs.filter((each) => each !== url))}
          />
        ))}
      </ol>
      <EndpointField network={network} add={on.addRpc} />
      {rpcs.join() !== usual.join() && (
        <button type="button" class="plain" onClick={() => action.run(null)}>
          {t('options.networks.back')}
        </button>
      )}
      <Failure of={action} what={t('options.failed')} />
    </details>
  );
}
