import { t } from '../../i18n/t';
import type { Change, Standing } from '../../view/changes';
import { LevelWord } from '../parts/LevelWord';

interface Props {
  readonly now: Standing;
  readonly then: Standing;
  readonly rows: readonly Change[];
  readonly isChanged: boolean;
}

/** The figures as they are and as they would be. */
export function BeforeAfter({ now, then, rows, isChanged }: Props) {
  return (
    <table class="before-after">
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{t('whatIf.figure')}</span>
          </th>
          <th scope="col">{t('whatIf.before')}</th>
          <th scope="col">{t('whatIf.after')}</th>
        </tr>
      </thead>
      <tbody>
        <tr class="first">
          <th scope="row">{t('term.healthFactor.name')}</th>
          <td>
            <bdi>{now.healthFactor}</bdi>
            <LevelWord {...now} />
          </td>
          <td data-part="then">
            <bdi>{then.healthFactor}</bdi>
            <LevelWord {...then} />
          </td>
        </tr>
        {rows.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <bdi>{before}</bdi>
            </td>
            <td class={isChanged && after !== before ? 'moved' : undefined}>
              <bdi>{after}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
