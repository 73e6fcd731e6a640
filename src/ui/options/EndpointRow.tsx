import { useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { type Verdict, verdict } from '../../view/endpointWords';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { NetworkChoice, OptionsHandlers } from './book';

interface Props {
  readonly url: string;
  readonly network: NetworkChoice;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The only one that is read from. */
  readonly isNeeded: boolean;
  readonly test: OptionsHandlers['testRpc'];
  move(way: 'up' | 'down'): void;
  remove(): void;
}

/** One endpoint: where it stands in the order, and how it answers when it is tried. */
export function EndpointRow({ url, network, isFirst, isLast, isNeeded, test, move, remove }: Props) {
  const [said, setSaid] = useState<Verdict | null>(null);
  const trial = useAction(async () => setSaid(verdict(await test(url), network, Date.now())));
  const { host } = new URL(url);
  const button = (way: 'up' | 'down' | 'remove', isOff: boolean, act: () => void) => (
    <button
      type="button"
      class="quiet"
      data-way={way}
      aria-label={t(`options.orderOne.${way}`, { host })}
      aria-disabled={isOff}
      onClick={() => isOff || act()}
    >
      {t(`options.order.${way}`)}
    </button>
  );
  return (
    <li>
      <div class="line">
        <bdi class="url">{network.usual.includes(url) ? host : url}</bdi>
        <span class="line">
          <button
            type="button"
            class="quiet"
            aria-label={t('options.test.one', { host })}
            aria-disabled={trial.busy}
            onClick={() => trial.run()}
          >
            {trial.busy ? t('options.test.busy') : t('options.test.button')}
          </button>
          {button('up', isFirst, () => move('up'))}
          {button('down', isLast, () => move('down'))}
          {button('remove', isNeeded, remove)}
        </span>
      </div>
      <p class={said?.good === false ? 'hint wrong' : 'hint'} role="status">
        {trial.busy ? '' : said?.text}
      </p>
      <Failure of={trial} what={t('options.failed')} />
    </li>
  );
}
