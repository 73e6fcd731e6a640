import type { Act, Attribution, Change, PriceMove } from '../model/attribution';
import { formatAmount, formatChange, formatShare } from './format';
import { assetName } from './words';

/** The moves that are named; the figure stands for all of them. */
const NAMED = 3;

/** Why the health factor changed, part by part: "ETH fell 6.2%: −0.090", "repaid 500 USDC: +0.040". */
export function attributionWords({ prices, parameters, interest, actions }: Attribution): string[] {
  const parts: readonly (readonly [string, Change])[] = [
    [prices.moves.slice(0, NAMED).map(moveWords).join(', '), prices],
    ['limits or collateral settings changed', parameters],
    ['interest', interest],
    [actions.acts.map(actWords).join(', '), actions],
  ];
  return parts
    .filter(([words, { buffer }]) => words !== '' && buffer !== '0')
    .map(([words, { healthFactor }]) =>
      healthFactor === null ? words : `${words}: ${formatChange(healthFactor)}`,
    );
}

function moveWords({ symbol, share }: PriceMove): string {
  const fell = share.startsWith('-');
  return `${assetName(symbol)} ${fell ? 'fell' : 'rose'} ${formatShare(share.replace('-', ''), 'nearest')}`;
}

const VERBS = { collateral: ['supplied', 'withdrew'], debt: ['borrowed', 'repaid'] } as const;

function actWords({ side, symbol, amount, decimals }: Act): string {
  const [more, less] = VERBS[side];
  const size = formatAmount(amount.replace('-', ''), decimals);
  return `${amount.startsWith('-') ? less : more} ${size} ${assetName(symbol)}`;
}
