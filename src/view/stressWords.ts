import { t } from '../i18n/t';
import type { Depeg, GroupMove, Groups, Stress } from '../model/outlook';
import type { Level, MarketMove } from '../model/risk';
import { formatCurrentPrice, formatHealthFactor, formatMove, formatPrice, formatValue } from './format';
import { listed } from './lists';
import { assetName, levelWords } from './words';

/** One point of the curve. The numbers are for drawing only. */
export interface StressRow {
  readonly move: number;
  readonly moveText: string;
  readonly healthFactor: number;
  readonly healthFactorText: string;
  readonly level: Level;
  readonly word: string;
}

export interface StressWords {
  readonly rows: readonly StressRow[];
  readonly flip: { readonly move: number; readonly text: string } | null;
  /** What the curve says, in a sentence. */
  readonly sentence: string;
}

/** No rows where nothing is owed. @param about "≈" where the contract's own figure differs */
export function stressWords({ points, edge }: Stress, about: string): StressWords {
  const rows = points.flatMap(({ move, healthFactor, level }): StressRow[] =>
    healthFactor === null
      ? []
      : [
          {
            move: Number(move),
            moveText: move === '0' ? t('move.none') : formatMove(move),
            healthFactor: Number(healthFactor),
            healthFactorText: about + formatHealthFactor(healthFactor),
            level,
            word: levelWords(level),
          },
        ],
  );
  const first = rows[0]?.move ?? 0;
  const last = rows.at(-1)?.move ?? 0;
  const at = Number(edge.move);
  const isInside = edge.move !== null && at >= first && at <= last;
  return {
    rows,
    flip: isInside ? { move: at, text: about + formatMove(edge.move) } : null,
    sentence: rows.length === 0 ? t('stress.noDebt') : edgeSentence(edge, about),
  };
}

function edgeSentence(edge: MarketMove, about: string): string {
  if (edge.move === null) return t(`stress.unmoved.${unmoved(edge.reason)}`);
  return t('stress.edge', { move: about + formatMove(edge.move) });
}

/** A sentence for each group of assets that follow one price, and one where collateral may drift from its debt. */
export function groupSentences({ groups, depeg }: Groups, unit: string, about: string): string[] {
  return [
    ...groups.map((group) => groupSentence(group, unit, about)),
    ...(depeg === null ? [] : [depegSentence(depeg, about)]),
  ];
}

function groupSentence(
  { main, others, move, price, safe, priceDecimals }: GroupMove,
  unit: string,
  about: string,
) {
  const asset = assetName(main);
  const name =
    others.length === 0 ? asset : t('stress.group', { asset, others: listed(others.map(assetName)) });
  if (move.move === null) return t(`stress.of.${unmoved(move.reason)}`, { name });
  const towards = move.direction === 'above' ? 'floor' : 'ceil';
  const at = { name, move: about + formatMove(move.move) };
  if (safe === null) return t('stress.at', at);
  return t('stress.atPrice', {
    ...at,
    asset,
    price: about + formatPrice(safe, priceDecimals, towards, unit),
    now: formatCurrentPrice(price, priceDecimals, unit),
  });
}

function depegSentence({ collateral, debt, move, ratio, safeRatio }: Depeg, about: string): string {
  const [held, owed] = [assetName(collateral), assetName(debt)];
  const name = t('stress.pair', { held, owed });
  if (move.move === null || safeRatio === null) return t(`stress.of.${unmoved(move.reason)}`, { name });
  const worth = (of: string) => formatValue(of, 'ceil', owed);
  return t('stress.depeg', {
    name,
    held,
    move: about + formatMove(move.move),
    worth: about + worth(safeRatio),
    now: worth(ratio),
  });
}

function unmoved(reason: MarketMove['reason']): 'together' | 'notKnown' | 'now' | 'safe' {
  if (reason === 'moves together') return 'together';
  if (reason === 'too flat to say') return 'notKnown';
  if (reason === 'already liquidatable') return 'now';
  return 'safe';
}
