import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import { blockTime } from '../blockTime';
import { cleanSymbol, contractAt, newRound, optional, orNull } from '../contract';
import { dataProviderAbi, oracleAbi, poolAbi, providerAbi, tokenAbi } from './abi';
import type { Beliefs } from './beliefs';
import { type EMode, type ReserveUse, reservesInUse } from './configuration';
import type { AaveV3Market } from './markets';

export const PRICE_DECIMALS = 8;
const PRICE_UNIT = 10n ** BigInt(PRICE_DECIMALS);

export type Round = ReturnType<typeof askRound>;
export type ReserveAnswers = NonNullable<ReturnType<Round['reserves']>[number]>;

/** One round of questions under the given beliefs: what is so, and the figures that rest on it. */
export function askRound(market: AaveV3Market, owner: Address, beliefs: Beliefs) {
  const { calls, ask, answer } = newRound();
  const pool = contractAt(market.address, poolAbi);
  const provider = contractAt(market.provider, providerAbi);

  const account = ask(pool('getUserAccountData', [owner]));
  const configuration = ask(pool('getUserConfiguration', [owner]));
  const eModeId = ask(pool('getUserEMode', [owner]));
  const revision = ask(pool('POOL_REVISION', []));
  const oracle = ask(provider('getPriceOracle', []));
  const dataProvider = ask(provider('getPoolDataProvider', []));
  const timestamp = ask(blockTime);
  const list = beliefs.reserves.length === 0 ? ask(pool('getReservesList', [])) : null;
  const baseUnit =
    beliefs.oracle && beliefs.oracle !== beliefs.unitOf
      ? ask(orNull(contractAt(beliefs.oracle, oracleAbi)('BASE_CURRENCY_UNIT', [])))
      : null;
  const reserves = beliefs.used.map((id) => ({
    id,
    address: ask(pool('getReserveAddressById', [id])),
    ...about(id),
  }));
  const countsInOurUnit = (): boolean =>
    baseUnit ? baseUnit() === PRICE_UNIT : beliefs.oracle === beliefs.unitOf;
  const category = beliefs.eMode === 0 ? null : askCategory(beliefs.eMode);

  function about(id: number) {
    const asset = beliefs.reserves[id];
    if (!asset || !beliefs.oracle || !beliefs.dataProvider) return { figures: null, symbol: null };
    return {
      figures: {
        asset,
        configuration: ask(pool('getConfiguration', [asset])),
        balances: ask(
          contractAt(beliefs.dataProvider, dataProviderAbi)('getUserReserveData', [asset, owner]),
        ),
        price: ask(contractAt(beliefs.oracle, oracleAbi)('getAssetPrice', [asset])),
        graceUntil: ask(optional(pool('getLiquidationGracePeriod', [asset]))),
        feed: ask(contractAt(beliefs.oracle, oracleAbi)('getSourceOfAsset', [asset])),
      },
      symbol: beliefs.symbols[asset] ? null : ask(optional(contractAt(asset, tokenAbi)('symbol', []))),
    };
  }

  function askCategory(id: number) {
    const data = ask(pool('getEModeCategoryData', [id]));
    const collateralBitmap = ask(optional(pool('getEModeCategoryCollateralBitmap', [id])));
    const isolated = ask(optional(pool('getIsEModeCategoryIsolated', [id])));
    const loanToValueZeroBitmap = ask(optional(pool('getEModeCategoryLtvzeroBitmap', [id])));
    return (): EMode => {
      const { ltv, liquidationThreshold, liquidationBonus, priceSource, label } = data();
      if (BigInt(priceSource) !== 0n) {
        throw new Error(t('read.modeSource'));
      }
      return {
        id,
        label,
        loanToValue: BigInt(ltv),
        threshold: BigInt(liquidationThreshold),
        liquidationBonus: BigInt(liquidationBonus),
        collateralBitmap: collateralBitmap(),
        loanToValueZeroBitmap: loanToValueZeroBitmap() ?? 0n,
        isolated: isolated() ?? false,
      };
    };
  }

  /** The symbol as the token says it; a token that has none readable is named by its address. */
  const symbols = (): Beliefs['symbols'] => {
    const found = { ...beliefs.symbols };
    for (const { figures, symbol } of reserves) {
      if (figures && symbol) found[figures.asset] = cleanSymbol(symbol() ?? figures.asset.slice(0, 8));
    }
    return found;
  };

  return {
    calls,
    answer,
    account,
    revision,
    timestamp,
    countsInOurUnit,
    category: () => category?.() ?? null,
    reserves: () => reserves.map(({ id, figures }) => (figures ? { id, ...figures } : null)),
    uses: (): ReserveUse[] => reservesInUse(configuration()),
    /** What the chain says of everything that was believed. */
    truth(): Beliefs {
      const known = [...(list ? list() : beliefs.reserves)];
      for (const { id, address } of reserves) known[id] = address();
      return {
        oracle: oracle(),
        unitOf: countsInOurUnit() ? beliefs.oracle : null,
        dataProvider: dataProvider(),
        reserves: Array.from(known, (asset) => asset ?? null),
        used: reservesInUse(configuration()).map(({ id }) => id),
        eMode: Number(eModeId()),
        symbols: symbols(),
      };
    },
  };
}
