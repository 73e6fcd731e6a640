import { inPercent, localNumber } from '../../i18n/numbers';
import { t } from '../../i18n/t';
import type { Address, Integer } from '../../model/asset';
import type { Collateral, Debt, Holding, Market } from '../../model/position';
import type { Hex } from '../../model/reader';
import type { TokenFacts } from './beliefs';
import type { Figures } from './round';
import { rules } from './rules';
import { assetsUp, WAD } from './rules.amounts';
import type { MorphoBluePosition } from './rules.position';

const MAX_TOKEN_DECIMALS = 36;

/** ConstantsLib.ORACLE_PRICE_SCALE has 36 zeros; the decimals of the two tokens make up the rest. */
const SCALE_DECIMALS = 36;

type OneMarket = MorphoBluePosition['market'];

/** The market as it is called where its tokens cannot be asked for their names. */
export const unnamed = ({ chainId, address, app }: Market, id: Hex): OneMarket => ({
  protocol: 'morphoBlue',
  chainId,
  address,
  id,
  name: t('read.morpho.market', { id: `${id.slice(0, 10)}…` }),
  ...(app ? { app } : {}),
});

/** The answers of a round as a position. @throws in the user's words where an answer is missing or makes no sense */
export function positionOf(market: Market, owner: Address, figures: Figures): MorphoBluePosition {
  const { id, facts } = figures;
  const [, , totalAssets, totalShares] = figures.totals();
  const { borrowShares, collateral: held } = figures.position();
  const loan = named(figures.tokens.loan(), facts.loanToken);
  const pledged = named(figures.tokens.collateral(), facts.collateralToken);
  const priceDecimals = SCALE_DECIMALS + loan.decimals - pledged.decimals;
  const conditions: Holding['conditions'] = [];
  const early = figures.preLiquidations();
  if (early.some(({ oracle }) => oracle.toLowerCase() !== facts.oracle.toLowerCase()))
    throw new Error(t('read.morpho.otherOracle'));
  const threshold = lowest([facts.lltv, ...early.map(({ terms }) => terms.preLltv)]);
  const collateral: Collateral = {
    address: facts.collateralToken,
    ...pledged,
    amount: `${held}`,
    // Without an oracle nothing can be borrowed against it. A price of 0 is one that Morpho acts on.
    price: `${figures.price() ?? 0n}`,
    priceDecimals,
    feed: facts.oracle,
    conditions,
    threshold: `${threshold}`,
    loanToValue: facts.lltv,
    enabled: true,
  };
  const totals = { assets: totalAssets, shares: totalShares };
  const debt: Debt = {
    address: facts.loanToken,
    ...loan,
    amount: `${assetsUp(borrowShares, totals)}`,
    // The unit that everything is counted in; no oracle moves it.
    price: `${10n ** BigInt(priceDecimals)}`,
    priceDecimals,
    feed: facts.loanToken,
    conditions,
  };
  const percent = Number((BigInt(facts.lltv) * 10_000n) / WAD) / 100;
  const position: MorphoBluePosition = {
    market: { ...unnamed(market, id), name: `Morpho ${pledged.symbol}/${loan.symbol} ${percent}%` },
    owner,
    unit: loan.symbol,
    factorScale: `${WAD}`,
    collateral: held > 0n ? [collateral] : [],
    debt: borrowShares > 0n ? [debt] : [],
    borrowed: { shares: `${borrowShares}`, totalAssets: `${totalAssets}`, totalShares: `${totalShares}` },
    preLiquidations: early.map(({ terms }) => terms),
    contract: {
      healthFactor: null,
      liquidatable: figures.isLiquidatable() || early.some(({ wouldAct }) => wouldAct),
    },
    notes: threshold < BigInt(facts.lltv) ? [earlyNote(threshold)] : [],
    agrees: false,
  };
  return { ...position, agrees: rules.liquidatable(position) === position.contract.liquidatable };
}

/** A token that has no readable symbol is named by its address. */
function named({ decimals, symbol }: TokenFacts, address: Address) {
  if (decimals > MAX_TOKEN_DECIMALS) throw new Error(t('read.decimals', { decimals }));
  return { decimals, symbol: symbol ?? address.slice(0, 8) };
}

/** The market's name has the percentage at which Morpho itself acts; a pre-liquidation contract's is lower. */
const earlyNote = (threshold: bigint): string =>
  t('read.morpho.early', {
    share: inPercent(localNumber((Number((threshold * 1000n) / WAD) / 10).toFixed(1))),
  });

function lowest(ratios: readonly Integer[]): bigint {
  const [least = 0n] = ratios.map(BigInt).sort((a, b) => (a < b ? -1 : 1));
  return least;
}
