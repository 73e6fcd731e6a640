import type { Collateral, Holding, Position } from '../model/position';
import { rulesOf } from '../risk/rules';
import { exactAmount } from './amounts';
import { formatCurrentPrice, formatShare } from './format';
import { type Feeds, oracleWords } from './oracleWords';
import { assetName, conditionWords } from './words';

/** What one asset adds to the figures, and who says so. */
export interface AssetSource {
  /** "10 ETH supplied" */
  readonly title: string;
  readonly price: string;
  /** "Threshold 80.0%, loan-to-value 75.0%"; null for a debt. */
  readonly factors: string | null;
  /** What the feed says of itself, or its address alone. */
  readonly feed: string;
  readonly labels: readonly string[];
}

export function assetSources({ collateral, debt, unit, factorScale }: Position, feeds: Feeds): AssetSource[] {
  const source = (of: Holding, verb: string, factors: string | null): AssetSource => {
    const { source: said, labels } = oracleWords(of.feed, feeds);
    return {
      title: `${exactAmount(of.amount, of.decimals)} ${assetName(of.symbol)} ${verb}`,
      price: formatCurrentPrice(of.price, of.priceDecimals, unit),
      factors,
      feed: said ?? `Feed ${of.feed}`,
      labels: [...of.conditions.map((condition) => conditionWords[condition]), ...labels],
    };
  };
  return [
    ...collateral.map((held) => source(held, 'supplied', factorsOf(held, factorScale))),
    ...debt.map((owed) => source(owed, 'borrowed', null)),
  ];
}

function factorsOf({ enabled, threshold, loanToValue }: Collateral, scale: string): string {
  if (!enabled) return 'Not used as collateral: it counts for nothing.';
  const share = (factor: string) => formatShare(`${Number(factor) / Number(scale)}`, 'floor');
  return `Threshold ${share(threshold)}, loan-to-value ${share(loanToValue)}`;
}

/** What the contract itself says, and what our replica of it says. */
export interface Verdicts {
  readonly contract: string;
  readonly ours: string;
  readonly agreement: string;
}

const WAD_DECIMALS = 18;

export function verdicts(position: Position): Verdicts {
  const { contract, agrees } = position;
  const rules = rulesOf(position);
  const ours = rules.healthFactor(position);
  const owesNothing = ours === null;
  const words = (wad: string | null, liquidatable: boolean, without: string) => {
    const figure = wad === null ? (owesNothing ? 'no debt' : without) : exactAmount(wad, WAD_DECIMALS);
    return `${figure}, ${liquidatable ? 'it can be liquidated' : 'it cannot be liquidated'}`;
  };
  return {
    contract: words(contract.healthFactor, contract.liquidatable, 'it gives no health factor'),
    ours: words(ours === null ? null : `${ours}`, rules.liquidatable(position), 'no debt'),
    agreement: agrees
      ? 'They agree.'
      : 'They differ: take every figure here as approximate, and look at the app’s own page.',
  };
}
