import type { TargetedSubmitEvent } from 'preact';
import { useCallback, useId, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { endpointFault } from '../../platform/endpoint';
import { sameEndpoint } from '../../view/endpointWords';
import { Field } from '../forms/Field';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { NetworkChoice, OptionsHandlers } from './book';

interface Props {
  readonly network: NetworkChoice;
  readonly add: OptionsHandlers['addRpc'];
}

/** The user's own endpoint. What is wrong with its address is said while it is typed. */
export function EndpointField({ network, add }: Props) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const done = useCallback(() => setTyped(''), []);
  const action = useAction(add, done);
  const url = typed.trim();
  const error = url === '' ? undefined : wordsFor(url, network);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (url !== '' && error === undefined) action.run(network, new URL(url).href);
  }

  return (
    <form onSubmit={submit}>
      <Field
        id={id}
        name={t('options.networks.add', { chain: network.name })}
        value={typed}
        change={setTyped}
        error={error}
      />
      <button
        type="submit"
        class="loud"
        aria-disabled={url === '' || error !== undefined || action.busy}
        aria-label={t('options.networks.addOne', { chain: network.name })}
      >
        {action.busy ? t('options.networks.adding') : t('options.networks.addButton')}
      </button>
      <p class="hint">{t('options.networks.leave')}</p>
      <p class="hint">{t('options.networks.socket')}</p>
      <Failure of={action} what={t('options.networks.notAdded')} />
    </form>
  );
}

const BEGINNINGS = ['https://', 'http://', 'wss://', 'ws://'];

/** Nothing is said of what may still become an address. */
function wordsFor(url: string, { rpcs }: NetworkChoice): string | undefined {
  if (BEGINNINGS.some((beginning) => beginning.startsWith(url))) return t('options.endpoint.goOn');
  const fault = endpointFault(url);
  if (fault !== null) return t(`options.endpoint.${fault}`);
  return rpcs.some((each) => sameEndpoint(each, url)) ? t('options.endpoint.twice') : undefined;
}
