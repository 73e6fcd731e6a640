import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Holding, Market } from '../../model/position';
import type { Beliefs } from './beliefs';
import type { Figures } from './round';
import { rules } from './rules';
import type { CompoundV2Debt, CompoundV2Position, CTokenCollateral } from './rules.position';
import { sumsOf, WAD } from './rules.sums';

const MAX_TOKEN_DECIMALS = 36;

/** ComptrollerErrorReporter.Error.PRICE_ERROR: liquidity and shortfall are then both 0, which says nothing. */
const PRICE_ERROR = 13n;

/** The answers of a round as a position; null where the owner has entered markets and has nothing in them. */
export function positionOf(
  { protocol: _, ...market }: Market,
  owner: Address,
  figures: Figures,
  cTokens: Beliefs['cTokens'],
): CompoundV2Position | null {
  figures.accrual();
  const [code, liquidity, shortfall] = figures.liquidity();
  if (code !== 0n) throw new Error(refusal(code, figures, cTokens));
  const collateral: CTokenCollateral[] = [];
  const debt: CompoundV2Debt[] = [];
  for (const of of figures.markets) {
    const [failure, balance, borrowed, exchangeRate] = of.snapshot();
    if (failure !== 0n) throw new Error(t('read.compoundV2.noAnswer'));
    const [, factor] = of.configuration();
    const holding = (amount: bigint): Holding & { cToken: Address } => ({
      ...holdingOf(of.cToken, cTokens),
      cToken: of.cToken,
      amount: `${amount}`,
      price: `${of.price()}`,
    });
    if (balance > 0n) {
      collateral.push({
        ...holding((balance * exchangeRate) / WAD),
        threshold: `${factor}`,
        loanToValue: `${factor}`,
        enabled: true,
        cTokens: `${balance}`,
        exchangeRate: `${exchangeRate}`,
      });
    }
    if (borrowed > 0n) debt.push({ ...holding(borrowed), deprecated: of.deprecated() });
  }
  if (collateral.length === 0 && debt.length === 0) return null;
  const position: CompoundV2Position = {
    market: { ...market, protocol: 'compoundV2' },
    owner,
    unit: 'USD',
    factorScale: `${WAD}`,
    collateral,
    debt,
    liquidation: {
      closeFactor: `${figures.closeFactor()}`,
      incentive: `${figures.incentive()}`,
      paused: figures.paused(),
    },
    contract: {
      healthFactor: null,
      liquidatable: shortfall > 0n || debt.some(({ deprecated }) => deprecated),
    },
    agrees: false,
  };
  const { counted, owed } = sumsOf(position);
  const isSame = counted - owed === liquidity - shortfall;
  return { ...position, agrees: isSame && rules.liquidatable(position) === position.contract.liquidatable };
}

function holdingOf(cToken: Address, cTokens: Beliefs['cTokens']) {
  const facts = cTokens[cToken];
  if (!facts || facts.decimals === null) throw new Error(t('read.changed'));
  const { underlying, decimals, symbol } = facts;
  if (decimals > MAX_TOKEN_DECIMALS) throw new Error(t('read.decimals', { decimals }));
  // The oracle answers by cToken, but prices what is behind it: two cTokens of one token move together.
  const conditions: Holding['conditions'] = [];
  return {
    address: underlying,
    symbol,
    decimals,
    priceDecimals: 36 - decimals,
    feed: underlying,
    conditions,
  };
}

/** While the Comptroller cannot judge, it refuses every liquidation and every loan: that is not the same as safe. */
function refusal(code: bigint, { markets }: Figures, cTokens: Beliefs['cTokens']): string {
  if (code !== PRICE_ERROR) return t('read.compoundV2.noVerdict', { code: `${code}` });
  const without = markets.filter(({ price }) => price() === 0n);
  const names = without.map(({ cToken }) => cTokens[cToken]?.symbol ?? cToken.slice(0, 8)).join(', ');
  return names === '' ? t('read.compoundV2.noPrice') : t('read.compoundV2.noPriceOf', { assets: names });
}
