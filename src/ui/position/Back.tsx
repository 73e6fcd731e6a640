import { t } from '../../i18n/t';
import { hashOf } from '../popup/route';

export function Back() {
  return (
    <p class="back">
      <a href={hashOf({ screen: 'positions' })}>
        <span aria-hidden="true">‹</span> {t('position.back')}
      </a>
    </p>
  );
}
