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
  const verb = wallet.watched ? 'Unwatch' : 'Watch';
  return (
    <li class="wallet">
      <div class="line">
        <span class="who">
          <bdi>{nameOf(wallet)}</bdi>
          <small>{wallet.seenOn === null ? 'entered by hand' : `seen on ${wallet.seenOn}`}</small>
        </span>
        <button
          type="button"
          class={wallet.watched ? 'quiet' : 'loud'}
          aria-label={`${verb} ${nameOf(wallet)}`}
          aria-disabled={action.busy}
          onClick={() => action.run(wallet.address)}
        >
          {verb}
        </button>
      </div>
      <Failure of={action} what={`Could not ${verb.toLowerCase()}`} />
    </li>
  );
}
