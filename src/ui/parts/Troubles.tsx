import { t } from '../../i18n/t';
import type { Trouble } from '../../model/settings';

/** What keeps Plimsoll from its work, above everything else. */
export function Troubles({ of }: { of: readonly Trouble[] }) {
  return (
    <div class="troubles" role="status">
      {of.map((trouble) => (
        <p key={trouble} class="trouble">
          {t(`options.trouble.${trouble}`)}
        </p>
      ))}
    </div>
  );
}
