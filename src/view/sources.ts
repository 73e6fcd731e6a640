import { t } from '../i18n/t';
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
  const source = (of: Holding, verb: 'supplied' | 'borrowed', factors: string | null): AssetSource => {
    const { source: said, labels } = oracleWords(of.feed, feeds);
    return {
      title: t(`trigger.amount.${verb}`, {
        amount: `${exactAmount(of.amount, of.decimals)} ${assetName(of.symbol)}`,
      }),
      price: formatCurrentPrice(of.price, of.priceDecimals, unit),
      factors,
      feed: said ?? t('source.feed', { feed: of.feed }),
      labels: [...of.conditions.map((condition) => conditionWords(condition)), ...labels],
    };
  };
  return [
    ...collateral.map((held) => source(held, 'supplied', factorsOf(held, factorScale))),
    ...debt.map((owed) => source(owed, 'borrowed', null)),
  ];
}

function factorsOf({ enabled, threshold, loanToValue }: Collateral, scale: string): string {
  if (!enabled) return t('source.unused');
  const share = (factor: string) => formatShare(`${Number(factor) / Number(scale)}`, 'floor');
  return t('source.factors', { threshold: share(threshold), ltv: share(loanToValue) });
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
    const figure =
      wad === null ? (owesNothing ? t('figure.noDebt') : without) : exactAmount(wad, WAD_DECIMALS);
    return t(liquidatable ? 'source.can' : 'source.cannot', { figure });
  };
  return {
    contract: words(contract.healthFactor, contract.liquidatable, t('source.noHealthFactor')),
    ours: words(ours === null ? null : `${ours}`, rules.liquidatable(position), t('figure.noDebt')),
    agreement: agrees ? t('source.agree') : t('source.differ'),
  };
}
