import type { Depeg, GroupMove, Groups, Stress } from '../model/outlook';
import type { Level, MarketMove } from '../model/risk';
import { formatCurrentPrice, formatHealthFactor, formatMove, formatPrice, formatValue } from './format';
import { assetName, levelWords, sentence } from './words';

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
            moveText: move === '0' ? 'as now' : formatMove(move),
            healthFactor: Number(healthFactor),
            healthFactorText: about + formatHealthFactor(healthFactor),
            level,
            word: levelWords[level],
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
    sentence: rows.length === 0 ? 'Nothing is owed, so no price liquidates it.' : edgeSentence(edge, about),
  };
}

function edgeSentence(edge: MarketMove, about: string): string {
  if (edge.move === null) return sentence(unmoved(edge.reason));
  return `Liquidated when all volatile prices move by ${about}${formatMove(edge.move)} at once.`;
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
  const name = others.length === 0 ? assetName(main) : `${assetName(main)} with ${listed(others)}`;
  if (move.move === null) return `${name}: ${unmoved(move.reason)}.`;
  const towards = move.direction === 'above' ? 'floor' : 'ceil';
  const at =
    safe === null
      ? ''
      : `, ${assetName(main)} at ${about}${formatPrice(safe, priceDecimals, towards, unit)} (now ${formatCurrentPrice(price, priceDecimals, unit)})`;
  return `${name}: liquidated at ${about}${formatMove(move.move)}${at}.`;
}

function depegSentence({ collateral, debt, move, ratio, safeRatio }: Depeg, about: string): string {
  const [held, owed] = [assetName(collateral), assetName(debt)];
  const pair = `${held} against ${owed}`;
  if (move.move === null || safeRatio === null) return `${pair}: ${unmoved(move.reason)}.`;
  const worth = (of: string) => formatValue(of, 'ceil', owed);
  return `${pair}: liquidated at ${about}${formatMove(move.move)}, when one ${held} is worth ${about}${worth(safeRatio)} (now ${worth(ratio)}).`;
}

function unmoved(reason: MarketMove['reason']): string {
  if (reason === 'moves together') return 'collateral and debt move together, so no such move liquidates it';
  if (reason === 'too flat to say') return 'not known, because gains and losses cancel out';
  if (reason === 'already liquidatable') return 'it can be liquidated now';
  return 'no such move liquidates it';
}

function listed(symbols: readonly string[]): string {
  const names = symbols.map(assetName);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
