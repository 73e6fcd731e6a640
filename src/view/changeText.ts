import { t } from '../i18n/t';
import type { Act, Attribution } from '../model/attribution';
import { formatMove } from './format';
import { assetName } from './words';

/** What changed a position most, in one phrase: "ETH −6.2%", "interest", "your own withdrawal"; null where nothing did. */
export function changePhrase({ whole, prices, parameters, interest, actions }: Attribution): string | null {
  const falls = whole.buffer.startsWith('-');
  const [move] = prices.moves;
  const [act] = actions.acts;
  const parts = [
    [prices.buffer, move && `${assetName(move.symbol)} ${formatMove(move.share)}`],
    [parameters.buffer, t('alert.by.terms')],
    [interest.buffer, t('attribution.interest')],
    [actions.buffer, act && actPhrase(act)],
  ] as const;
  const [most] = parts
    .filter(([buffer, phrase]) => phrase && buffer !== '0' && buffer.startsWith('-') === falls)
    .sort(([a], [b]) => Math.abs(Number(b)) - Math.abs(Number(a)));
  return most?.[1] ?? null;
}

const ACTS = { collateral: ['deposit', 'withdrawal'], debt: ['borrowing', 'repayment'] } as const;

function actPhrase({ side, amount }: Act): string {
  const [more, less] = ACTS[side];
  return t(`alert.by.${amount.startsWith('-') ? less : more}`);
}
