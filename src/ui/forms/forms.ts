import { t } from '../../i18n/t';
import type { CalculatorRow } from '../../model/calculator';
import type { KeptLoan, KeptLoans, LoanDraft } from '../../model/lender';
import type { LevelChoices } from '../../model/settings';
import type { Reading } from '../../risk/factors';
import { titleOf } from '../../view/positionCard';
import type { Book } from '../popup/book';

/** What the user has typed; null where a form is as it was at first. */
export interface Forms extends KeptLoans {
  readonly calculator: readonly CalculatorRow[] | null;
  readonly draft: LoanDraft | null;
}

export const noForms: Forms = { loans: [], setAside: [], calculator: null, draft: null };

/** A rejection's message is shown to the user as it is. */
export interface FormHandlers {
  calculator(rows: readonly CalculatorRow[] | null): Promise<void>;
  draft(draft: LoanDraft | null): Promise<void>;
  /** In the place of the one with its id, or last. */
  save(loan: KeptLoan): Promise<void>;
  remove(id: string): Promise<void>;
  /** Deletes what could not be read. */
  clear(): Promise<void>;
}

/** What both screens of forms are given. */
export interface FormProps {
  readonly forms: Forms;
  readonly keep: FormHandlers;
  readonly readings: readonly Reading[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly levels?: LevelChoices | undefined;
}

/** Of watched wallets only: a page can name any address, and so any price. */
export function readingsOf({ wallets, networks = [] }: Book): Reading[] {
  const chainName = (id: number) =>
    networks.find((network) => network.id === id)?.name ?? t('chain.numbered', { id });
  return wallets
    .filter(({ wallet }) => wallet.watched)
    .flatMap(({ read }) =>
      read.map(({ position, block }) => ({
        title: titleOf(position.market, chainName(position.market.chainId)),
        position,
        timestamp: block.timestamp,
      })),
    );
}
