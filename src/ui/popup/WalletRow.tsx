import { t } from '../../i18n/t';
import type { BookEntry, Handlers } from './book';
import { Failure } from './Failure';
import { nameOf } from './short';
import { useAction } from './useAction';

interface Props extends Pick<Handlers, 'watch' | 'unwatch'> {
  readonly entry: BookEntry;
}

/** One wallet: where it comes from and whether it is followed. */
export function WalletRow({ entry, watch, unwatch }: Props) {
  const { wallet } = entry;
  const action = useAction(wallet.watched ? unwatch : watch);
  const verb = wallet.watched ? 'unwatch' : 'watch';
  return (
    <li class="wallet">
      <div class="line">
        <span class="who">
          <bdi>{nameOf(wallet)}</bdi>
          <small>
            {wallet.seenOn === null ? t('wallet.byHand') : t('wallet.seenOn', { site: wallet.seenOn })}
          </small>
        </span>
        <button
          type="button"
          class={wallet.watched ? 'quiet' : 'loud'}
          aria-label={t(`wallet.named.${verb}`, { address: nameOf(wallet) })}
          aria-disabled={action.busy}
          onClick={() => action.run(wallet.address)}
        >
          {t(`wallet.verb.${verb}`)}
        </button>
      </div>
      <Failure of={action} what={t(`failure.verb.${verb}`)} />
    </li>
  );
}
