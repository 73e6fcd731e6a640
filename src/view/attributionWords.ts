import { t } from '../i18n/t';
import type { Act, Attribution, Change, PriceMove } from '../model/attribution';
import { formatAmount, formatChange, formatShare } from './format';
import { commas } from './lists';
import { assetName } from './words';

/** The moves that are named; the figure stands for all of them. */
const NAMED = 3;

/** Why the health factor changed, part by part: "ETH fell 6.2%: −0.090", "repaid 500 USDC: +0.040". */
export function attributionWords({ prices, parameters, interest, actions }: Attribution): string[] {
  const parts: readonly (readonly [string, Change])[] = [
    [commas(prices.moves.slice(0, NAMED).map(moveWords)), prices],
    [t('attribution.parameters'), parameters],
    [t('attribution.interest'), interest],
    [commas(actions.acts.map(actWords)), actions],
  ];
  return parts
    .filter(([words, { buffer }]) => words !== '' && buffer !== '0')
    .map(([words, { healthFactor }]) =>
      healthFactor === null ? words : t('attribution.part', { words, change: formatChange(healthFactor) }),
    );
}

function moveWords({ symbol, share }: PriceMove): string {
  const way = share.startsWith('-') ? 'fell' : 'rose';
  return t(`attribution.moved.${way}`, {
    asset: assetName(symbol),
    share: formatShare(share.replace('-', ''), 'nearest'),
  });
}

const VERBS = { collateral: ['supplied', 'withdrew'], debt: ['borrowed', 'repaid'] } as const;

function actWords({ side, symbol, amount, decimals }: Act): string {
  const [more, less] = VERBS[side];
  const size = formatAmount(amount.replace('-', ''), decimals);
  const verb = amount.startsWith('-') ? less : more;
  return t(`attribution.act.${verb}`, { amount: `${size} ${assetName(symbol)}` });
}
