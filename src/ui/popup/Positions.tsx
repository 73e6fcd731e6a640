import { t } from '../../i18n/t';
import { worstFirst } from '../../view/card';
import type { LoanCard } from '../../view/loanCard';
import { LevelWord } from '../parts/LevelWord';
import type { Handlers, Placed } from './book';
import { FreshnessLine } from './FreshnessLine';
import { PositionDetails } from './PositionDetails';
import { hashOf } from './route';
import { ownerWords } from './short';

interface Props {
  readonly placed: readonly Placed[];
  readonly loans: readonly LoanCard[];
  readonly now: number;
  readonly refresh: Handlers['refresh'];
}

/** The worst position open, the others and the loans entered by hand one line each, all by their danger. */
export function Positions({ placed, loans, now, refresh }: Props) {
  const [worst] = placed;
  const isBefore = (loan: LoanCard, { position, entry }: Placed) =>
    !entry.wallet.watched || worstFirst(loan, position) <= 0;
  const last = placed.length;
  const placeOf = (loan: LoanCard) => {
    const at = placed.findIndex((each) => isBefore(loan, each));
    return at < 0 ? last : at;
  };
  const loansAt = (at: number) =>
    loans.filter((loan) => placeOf(loan) === at).map((loan) => <Loan key={loan.id} loan={loan} />);
  return (
    <>
      {placed.map((each, at) => [
        ...loansAt(at),
        each === worst ? (
          <Worst key={each.position.key} placed={each} now={now} refresh={refresh} />
        ) : (
          <Other key={each.position.key} placed={each} />
        ),
      ])}
      {loansAt(last)}
    </>
  );
}

function Loan({ loan: { title, figure, figureName, level, word } }: { loan: LoanCard }) {
  return (
    <a class="sheet other" href={hashOf({ screen: 'lenders' })} data-level={level}>
      <span class="title">
        <h2>{title}</h2>
        <small>{t('popup.byHand', { figure: figureName })}</small>
      </span>
      <span class="glance">
        <bdi>{figure}</bdi>
        <LevelWord level={level} word={word} />
      </span>
    </a>
  );
}

function Worst({ placed, now, refresh }: { placed: Placed } & Pick<Props, 'now' | 'refresh'>) {
  const { position, entry } = placed;
  return (
    <article class="sheet" data-level={position.level}>
      <header class="title">
        <h2>{position.title}</h2>
        <Owner {...placed} />
      </header>
      <PositionDetails position={position} />
      <More placed={placed} />
      <FreshnessLine entry={entry} now={now} refresh={refresh} />
    </article>
  );
}

function Other({ placed }: { placed: Placed }) {
  const { position } = placed;
  return (
    <details class="sheet other" data-level={position.level}>
      <summary>
        <span class="title">
          <h2>{position.title}</h2>
          <Owner {...placed} />
        </span>
        <span class="glance">
          <bdi>{position.healthFactor}</bdi>
          <LevelWord level={position.level} word={position.word} />
        </span>
      </summary>
      <PositionDetails position={position} />
      <More placed={placed} />
    </details>
  );
}

/** Only where there is something to do sums with. */
function More({ placed: { position, entry } }: { placed: Placed }) {
  const { key } = position;
  if (!entry.read.some((each) => each.key === key)) return null;
  return (
    <p class="more">
      <a href={hashOf({ screen: 'position', key })}>{t('popup.more')}</a>
    </p>
  );
}

function Owner({ entry: { wallet } }: Placed) {
  return <small>{ownerWords(wallet)}</small>;
}
