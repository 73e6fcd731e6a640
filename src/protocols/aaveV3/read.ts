import type { Address } from '../../model/asset';
import type { AaveV3Position, Collateral, Debt, Holding } from '../../model/position';
import type { Memo, Reader } from '../../model/reader';
import { beliefsFrom, sameGround } from './beliefs';
import { decodeConfiguration, effectiveFactors } from './configuration';
import type { AaveV3Market } from './markets';
import { askRound, type ReserveAnswers, type Round } from './round';
import { rules } from './rules';

const PRICE_DECIMALS = 8;
const MAX_TOKEN_DECIMALS = 36;
const MAX_UINT256 = 2n ** 256n - 1n;
const WAD = 10n ** 18n;

/** POOL_REVISION of 3.5, the first version that sums exactly instead of averaging the threshold. */
const REVISION_3_5 = 9n;

/**
 * Reads one market: asks under what is believed, and asks again while the chain says otherwise. Warm that is one round,
 * cold two; a market in which the owner has nothing always takes one.
 */
export function* read(market: AaveV3Market, owner: Address, memo: Memo | null): Reader {
  let beliefs = beliefsFrom(memo);
  for (;;) {
    const round = askRound(market, owner, beliefs);
    round.answer(yield round.calls);
    const truth = round.truth();
    if (sameGround(beliefs, truth)) {
      const positions = truth.used.length === 0 ? [] : [positionOf(market, owner, round, truth.symbols)];
      return { positions, memo: { ...truth } };
    }
    beliefs = truth;
  }
}

function positionOf(
  market: AaveV3Market,
  owner: Address,
  round: Round,
  symbols: Readonly<Record<Address, string>>,
): AaveV3Position {
  const unit = round.baseUnit();
  if (unit !== 10n ** BigInt(PRICE_DECIMALS)) throw new Error('Its oracle counts in an unknown unit.');
  const revision = round.revision();
  const category = round.category();
  const uses = round.uses();
  const collateral: Collateral[] = [];
  const debt: Debt[] = [];
  for (const reserve of round.reserves()) {
    const use = uses.find(({ id }) => id === reserve?.id);
    if (!reserve || !use) throw new Error('The position changed while it was read.');
    const configuration = decodeConfiguration(reserve.configuration());
    const balances = reserve.balances();
    const holding = (amount: bigint): Holding => ({
      address: reserve.asset,
      symbol: symbols[reserve.asset] ?? '?',
      decimals: within(configuration.decimals, MAX_TOKEN_DECIMALS, 'decimals'),
      amount: `${amount}`,
      price: `${priceOf(reserve)}`,
      priceDecimals: PRICE_DECIMALS,
      feed: reserve.feed(),
      conditions: configuration.conditions,
    });
    const factors = effectiveFactors({ id: reserve.id, configuration }, category, revision);
    if (use.collateral || balances[0] > 0n) {
      collateral.push({
        ...holding(balances[0]),
        threshold: `${factors.threshold}`,
        loanToValue: `${factors.loanToValue}`,
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

/** The version says which arithmetic to expect; a fork may have taken the other, so the contract's answer decides. */
function matched(base: Omit<AaveV3Position, 'arithmetic' | 'agrees'>, revision: bigint): AaveV3Position {
  const expected = revision >= REVISION_3_5 ? 'exactSum' : 'averaged';
  const other = expected === 'exactSum' ? 'averaged' : 'exactSum';
  const candidates = ([expected, other] as const).map((arithmetic): AaveV3Position => {
    const position = { ...base, arithmetic, agrees: false };
    const ours = rules.healthFactor(position);
    return { ...position, agrees: (ours === null ? null : `${ours}`) === base.contract.healthFactor };
  });
  const [first, second] = candidates as [AaveV3Position, AaveV3Position];
  return first.agrees || !second.agrees ? first : second;
}

/** The oracle's own fallback has been asked by then; a price of 0 would make every figure meaningless. */
function priceOf(reserve: ReserveAnswers): bigint {
  const price = reserve.price();
  if (price === 0n) throw new Error('Its oracle gives no price for an asset of the position.');
  return price;
}

const within = (value: number, most: number, what: string): number => {
  if (value > most) throw new Error(`A token claims ${value} ${what}.`);
  return value;
};
