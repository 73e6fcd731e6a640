import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import { decodeConfiguration, effectiveFactors } from './configuration';
import type { AaveV3Market } from './markets';
import { PRICE_DECIMALS, type ReserveAnswers, type Round } from './round';
import type { AaveV3Collateral, AaveV3Debt, AaveV3Position } from './rules.position';
import { matched, revisionOf } from './version';

const MAX_TOKEN_DECIMALS = 36;
const MAX_UINT256 = 2n ** 256n - 1n;
const WAD = 10n ** 18n;

/** One round's answers as a position. @throws where they do not fit together or make no usable figure */
export function positionOf(
  market: AaveV3Market,
  owner: Address,
  round: Round,
  symbols: Readonly<Record<Address, string>>,
): AaveV3Position {
  if (!round.countsInOurUnit()) throw new Error(t('read.unknownUnit'));
  const revision = revisionOf(market, round.revision());
  const category = round.category();
  const uses = round.uses();
  const now = round.timestamp();
  const collateral: AaveV3Collateral[] = [];
  const debt: AaveV3Debt[] = [];
  for (const reserve of round.reserves()) {
    const use = uses.find(({ id }) => id === reserve?.id);
    if (!reserve || !use) throw new Error(t('read.changed'));
    const configuration = decodeConfiguration(reserve.configuration());
    const balances = reserve.balances();
    const holding = (amount: bigint): AaveV3Debt => ({
      address: reserve.asset,
      symbol: symbols[reserve.asset] ?? '?',
      decimals: believed(configuration.decimals),
      amount: `${amount}`,
      price: `${priceOf(reserve)}`,
      priceDecimals: PRICE_DECIMALS,
      feed: feedOf(reserve),
      conditions: configuration.conditions,
      graceUntil: graceLeft(reserve.graceUntil(), now),
    });
    const factors = effectiveFactors({ id: reserve.id, configuration }, category, revision);
    if (use.collateral || balances[0] > 0n) {
      collateral.push({
        ...holding(balances[0]),
        threshold: `${factors.threshold}`,
        loanToValue: `${factors.loanToValue}`,
        liquidationBonus: `${factors.liquidationBonus}`,
        liquidationFee: `${configuration.liquidationFee}`,
        enabled: use.collateral,
      });
    }
    // currentStableDebt is 0 since 3.2 removed stable rates.
    if (use.borrowed) debt.push(holding(balances[1] + balances[2]));
  }
  const [, totalDebt, , , , healthFactor] = round.account();
  const contract = {
    healthFactor: totalDebt === 0n && healthFactor === MAX_UINT256 ? null : `${healthFactor}`,
    liquidatable: healthFactor < WAD,
  };
  const base = {
    market: {
      protocol: market.protocol,
      chainId: market.chainId,
      address: market.address,
      name: market.name,
    },
    owner,
    unit: 'USD',
    factorScale: '10000',
    collateral,
    debt,
    contract,
    eMode: category ? { id: category.id, label: category.label.slice(0, 40) } : null,
  };
  return matched(base, revision);
}

/** Grace ends after its last second, by the block's clock; without a clock nobody is told to be safe. */
const graceLeft = (until: number | null, now: bigint | null): number | null =>
  until !== null && now !== null && BigInt(until) >= now ? until : null;

/** The oracle's own fallback has been asked by then; a price of 0 would make every figure meaningless. */
function priceOf(reserve: ReserveAnswers): bigint {
  const price = reserve.price();
  if (price === 0n) throw new Error(t('read.noPrice'));
  return price;
}

/** Without a source of its own an asset is priced by the fallback oracle, each on its own. */
const feedOf = ({ asset, feed }: ReserveAnswers): Address => (BigInt(feed()) === 0n ? asset : feed());

function believed(decimals: number): number {
  if (decimals > MAX_TOKEN_DECIMALS) throw new Error(t('read.decimals', { decimals }));
  return decimals;
}
