import type { Address } from '../../model/asset';
import { dataProviderAbi, type ReserveUse, reservesInUse, tokenAbi } from '../aaveV3';
import { cleanSymbol, contractAt, newRound, optional } from '../contract';
import { oracleAbi, poolAbi, providerAbi } from './abi';
import type { Beliefs } from './beliefs';
import type { AaveV2Market } from './markets';

export type Round = ReturnType<typeof askRound>;
export type ReserveAnswers = ReturnType<Round['reserves']>[number];

/** One round of questions under the given beliefs: what is so, and the figures that rest on it. */
export function askRound(market: AaveV2Market, owner: Address, beliefs: Beliefs) {
  const { calls, ask, answer } = newRound();
  const pool = contractAt(market.address, poolAbi);
  const data = contractAt(market.dataProvider, dataProviderAbi);

  const account = ask(pool('getUserAccountData', [owner]));
  const configuration = ask(pool('getUserConfiguration', [owner]));
  const oracle = ask(contractAt(market.provider, providerAbi)('getPriceOracle', []));
  const paused = ask(pool('paused', []));
  const isListKnown = beliefs.reserves.length > 0 && beliefs.used.every((id) => beliefs.reserves[id]);
  const list = isListKnown ? null : ask(pool('getReservesList', []));
  const reserves = beliefs.used.flatMap((id) => {
    const asset = beliefs.reserves[id];
    return asset && beliefs.oracle ? [about(id, asset, contractAt(beliefs.oracle, oracleAbi))] : [];
  });

  function about(id: number, asset: Address, prices: ReturnType<typeof contractAt<typeof oracleAbi>>) {
    return {
      id,
      asset,
      configuration: ask(pool('getConfiguration', [asset])),
      balances: ask(data('getUserReserveData', [asset, owner])),
      price: ask(prices('getAssetPrice', [asset])),
      source: ask(prices('getSourceOfAsset', [asset])),
      symbol: beliefs.symbols[asset] ? null : ask(optional(contractAt(asset, tokenAbi)('symbol', []))),
    };
  }

  /** The symbol as the token says it; a token that has none readable is named by its address. */
  const symbols = (): Beliefs['symbols'] => {
    const found = { ...beliefs.symbols };
    for (const { asset, symbol } of reserves) {
      if (symbol) found[asset] = cleanSymbol(symbol() ?? asset.slice(0, 8));
    }
    return found;
  };

  return {
    calls,
    answer,
    account,
    paused,
    reserves: () => reserves,
    uses: (): ReserveUse[] => reservesInUse(configuration()),
    /** What the chain says of everything that was believed. */
    truth: (): Beliefs => ({
      oracle: oracle(),
      reserves: list?.() ?? beliefs.reserves,
      used: reservesInUse(configuration()).map(({ id }) => id),
      symbols: symbols(),
    }),
  };
}
