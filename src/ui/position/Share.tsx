import { t } from '../../i18n/t';
import type { PositionCard } from '../../model/card';
import type { Block } from '../../model/position';
import { shareText } from '../../view/shareText';
import { CopyButton } from './CopyButton';

/** A few lines for somebody else, which do not say whose position it is. */
export function Share({ card, block }: { card: PositionCard; block: Block }) {
  const text = shareText(card, block);
  return (
    <section class="sheet share">
      <h2>{t('share.heading')}</h2>
      <p class="lines">{text}</p>
      <div class="line">
        <small>{t('share.hint')}</small>
        <CopyButton text={text}>{t('share.copy')}</CopyButton>
      </div>
    </section>
  );
}
