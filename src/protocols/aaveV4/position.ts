import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Condition, Holding } from '../../model/position';
import type { Beliefs } from './beliefs';
import type { AaveV4Market } from './markets';
import type { ReserveAnswers, Round } from './round';
import { rules } from './rules';
import { ceilDiv, RAY } from './rules.account';
import type { AaveV4Collateral, AaveV4Debt, AaveV4Position } from './rules.position';

const PRICE_DECIMALS = 8;
/** Hub.MAX_ALLOWED_UNDERLYING_DECIMALS: values are counted with 18 decimals, so no token may have more. */
const MAX_TOKEN_DECIMALS = 18;
const MAX_UINT256 = 2n ** 256n - 1n;
const WAD = 10n ** 18n;

/** ReserveFlagsMap, bit by bit. */
const PAUSED = 1;
const FROZEN = 2;
const RECEIVE_SHARES = 8;

/** What a round's answers mean, once everything believed has turned out true. */
export function positionOf(
  market: AaveV4Market,
  owner: Address,
  round: Round,
  { used, symbols }: Beliefs,
): AaveV4Position {
  const liquidation = round.liquidation();
  if (!liquidation) throw new Error(t('read.changed'));
  const collateral: AaveV4Collateral[] = [];
  const debt: AaveV4Debt[] = [];
  for (const use of used) {
    const reserve = round.reserves.find(({ id }) => id === use.id);
    if (!reserve) throw new Error(t('read.changed'));
    if (use.collateral) collateral.push(collateralOf(reserve, symbols));
    if (use.borrowed) debt.push(debtOf(reserve, symbols));
  }
  const { healthFactor } = round.account();
  const { protocol, chainId, address, name } = market;
  const position: AaveV4Position = {
    market: { protocol, chainId, address, name },
    owner,
    unit: 'USD',
    factorScale: '10000',
    collateral,
    debt,
    liquidation: {
      targetHealthFactor: `${liquidation.targetHealthFactor}`,
      healthFactorForMaxBonus: `${liquidation.healthFactorForMaxBonus}`,
      bonusFactor: `${liquidation.liquidationBonusFactor}`,
    },
    contract: {
      healthFactor: healthFactor === MAX_UINT256 ? null : `${healthFactor}`,
      liquidatable: healthFactor < WAD,
    },
    agrees: false,
  };
  return { ...position, agrees: (rules.healthFactor(position) ?? MAX_UINT256) === healthFactor };
}

function holdingOf({ id, facts, figures, reserve }: ReserveAnswers, symbols: Beliefs['symbols']) {
  if (!facts || !figures) throw new Error(t('read.changed'));
  const { decimals, flags } = reserve();
  if (decimals > MAX_TOKEN_DECIMALS) throw new Error(t('read.decimals', { decimals }));
  const price = figures.price();
  if (price === 0n) throw new Error(t('read.noPrice'));
  const holding: Omit<Holding, 'amount' | 'conditions'> = {
    address: facts.token,
    symbol: symbols[facts.token] ?? '?',
    decimals,
    price: `${price}`,
    priceDecimals: PRICE_DECIMALS,
    feed: figures.feed(),
  };
  const { active, halted } = figures.spokeConfig();
  const hub: AaveV4Debt['hub'] = active ? (halted ? 'halted' : 'open') : 'inactive';
  const lentBy = { hub: facts.hub, assetId: facts.assetId };
  return { ...holding, reserveId: id, lentBy, hub, flags };
}

/** For the owner a halt is a pause, but for collateral that a liquidator can still take: then it is a freeze. */
function conditionsOf(flags: number, hub: AaveV4Debt['hub'], stillTaken: boolean): Condition[] {
  const conditions: Condition[] = [];
  if (hub === 'inactive') conditions.push('inactive');
  if (flags & FROZEN || (hub === 'halted' && stillTaken)) conditions.push('frozen');
  if (flags & PAUSED || (hub === 'halted' && !stillTaken)) conditions.push('paused');
  return conditions;
}

function collateralOf(answers: ReserveAnswers, symbols: Beliefs['symbols']): AaveV4Collateral {
  const asked = answers.figures?.collateral;
  if (!asked) throw new Error(t('read.changed'));
  const own = asked.own();
  const { flags, ...holding } = holdingOf(answers, symbols);
  const receivableAsShares = (flags & RECEIVE_SHARES) !== 0 && (flags & FROZEN) === 0;
  return {
    ...holding,
    conditions: conditionsOf(flags, holding.hub, receivableAsShares),
    receivableAsShares,
    amount: `${asked.amount()}`,
    shares: `${answers.position().suppliedShares}`,
    pool: asked.pool && { assets: `${asked.pool.assets()}`, shares: `${asked.pool.shares()}` },
    threshold: `${own.collateralFactor}`,
    loanToValue: `${asked.latest().collateralFactor}`,
    enabled: true,
    maxLiquidationBonus: `${own.maxLiquidationBonus}`,
    liquidationFee: `${own.liquidationFee}`,
  };
}

function debtOf(answers: ReserveAnswers, symbols: Beliefs['symbols']): AaveV4Debt {
  const drawnIndex = answers.figures?.drawnIndex?.();
  if (drawnIndex === undefined) throw new Error(t('read.changed'));
  const { drawnShares, premiumShares, premiumOffsetRay } = answers.position();
  const premiumRay = premiumShares * drawnIndex - premiumOffsetRay;
  const { flags, ...holding } = holdingOf(answers, symbols);
  return {
    ...holding,
    conditions: conditionsOf(flags, holding.hub, false),
    // Spoke.getUserTotalDebt: both parts rounded up, each by itself.
    amount: `${ceilDiv(drawnShares * drawnIndex, RAY) + ceilDiv(premiumRay, RAY)}`,
    drawnShares: `${drawnShares}`,
    drawnIndex: `${drawnIndex}`,
    premiumRay: `${premiumRay}`,
  };
}
