import { t } from '../../i18n/t';
import { AddressField } from '../popup/AddressField';
import type { OptionsBook, OptionsHandlers } from './book';
import { Section } from './Section';
import { WalletEditor } from './WalletEditor';

type Props = Pick<OptionsBook, 'wallets' | 'networks'> &
  Pick<OptionsHandlers, 'watch' | 'unwatch' | 'wallet'>;

/** The watch list: what each wallet is called, where it is read, and how to add one or to let it go. */
export function WalletsSection({ wallets, networks, watch, unwatch, wallet: change }: Props) {
  const on = networks.filter((network) => network.on);
  return (
    <Section name="wallets">
      <p class="hint">{t('options.wallets.hint')}</p>
      {wallets.length === 0 && <p>{t('options.wallets.none')}</p>}
      <ul class="rows">
        {wallets.map((wallet) => (
          <WalletEditor key={wallet.address} {...{ wallet, networks: on, unwatch, change }} />
        ))}
      </ul>
      <AddressField watch={watch} />
    </Section>
  );
}
