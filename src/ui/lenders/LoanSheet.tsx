import { t } from '../../i18n/t';
import type { LoanCard } from '../../view/loanCard';
import { LevelWord } from '../parts/LevelWord';

interface Props {
  readonly card: LoanCard;
  /** Absent while a form is open: what is typed there is not thrown away. */
  readonly edit: (() => void) | undefined;
  remove(): void;
}

/** One loan that was entered by hand. */
export function LoanSheet({ card, edit, remove }: Props) {
  const { title, level, word, figure, figureName, facts, tiers, notes } = card;
  return (
    <article class="sheet loan" data-level={level}>
      <header class="title">
        <h2>{title}</h2>
        <LevelWord level={level} word={word} />
      </header>
      <p class="now">
        <small>{figureName}</small>
        <bdi>{figure}</bdi>
      </p>
      {facts.map((fact) => (
        <p key={fact} class="hint">
          {fact}
        </p>
      ))}
      {tiers.length > 0 && (
        <ul class="tiers">
          {tiers.map(({ name, ltv, prices, reach }) => (
            <li key={name} class="trigger">
              <div class="row">
                <span class="asset">
                  <bdi>{name}</bdi>
                  <small>{t('lenders.atLtv', { ltv })}</small>
                </span>
                <span class="price">
                  {prices.map((price) => (
                    <bdi key={price} class="exact">
                      {price}
                    </bdi>
                  ))}
                  <small>{reach}</small>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <ul class="notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div class="line actions">
        <button type="button" class="plain" aria-label={t('lenders.deleteNamed', { title })} onClick={remove}>
          {t('lenders.delete')}
        </button>
        {edit !== undefined && (
          <button type="button" class="quiet" aria-label={t('lenders.editNamed', { title })} onClick={edit}>
            {t('lenders.edit')}
          </button>
        )}
      </div>
    </article>
  );
}
