import type { Address } from '../../model/asset';
import { cleanSymbol, contractAt, newRound, optional } from '../contract';
import { hubAbi, oracleAbi, spokeAbi, tokenAbi } from './abi';
import type { Beliefs, ReserveFacts, ReserveUse } from './beliefs';
import type { AaveV4Market } from './markets';

export type Round = ReturnType<typeof askRound>;
export type ReserveAnswers = Round['reserves'][number];

/** One round of questions under the given beliefs: what is so, and the figures that rest on it. */
export function askRound(market: AaveV4Market, owner: Address, beliefs: Beliefs, wantsCount: boolean) {
  const { calls, ask, answer } = newRound();
  const spoke = contractAt(market.address, spokeAbi);
  const inUse = beliefs.used.length > 0;
  const owes = beliefs.used.some(({ borrowed }) => borrowed);

  const account = ask(spoke('getUserAccountData', [owner]));
  const count = wantsCount ? ask(spoke('getReserveCount', [])) : null;
  const oracle = inUse || beliefs.oracle === null ? ask(spoke('ORACLE', [])) : null;
  const liquidation = inUse ? ask(spoke('getLiquidationConfig', [])) : null;
  const reserves = beliefs.used.map((use) => {
    const reserveId = BigInt(use.id);
    const facts = beliefs.reserves[use.id] ?? null;
    return {
      id: use.id,
      facts,
      /** A spoke counts active collaterals, so one more than is asked about here does not stay hidden. */
      status: use.collateral ? ask(spoke('getUserReserveStatus', [reserveId, owner])) : null,
      position: ask(spoke('getUserPosition', [reserveId, owner])),
      reserve: ask(spoke('getReserve', [reserveId])),
      figures: facts && beliefs.oracle ? figures(use, reserveId, facts, beliefs.oracle) : null,
    };
  });

  function figures(use: ReserveUse, reserveId: bigint, facts: ReserveFacts, oracleAt: Address) {
    const prices = contractAt(oracleAt, oracleAbi);
    return {
      price: ask(prices('getReservePrice', [reserveId])),
      feed: ask(prices('getReserveSource', [reserveId])),
      spokeConfig: ask(
        contractAt(facts.hub, hubAbi)('getSpokeConfig', [BigInt(facts.assetId), market.address]),
      ),
      collateral: use.collateral ? askCollateral(reserveId, facts) : null,
      drawnIndex: use.borrowed
        ? ask(contractAt(facts.hub, hubAbi)('getAssetDrawnIndex', [BigInt(facts.assetId)]))
        : null,
      symbol: beliefs.symbols[facts.token]
        ? null
        : ask(optional(contractAt(facts.token, tokenAbi)('symbol', []))),
    };
  }

  function askCollateral(reserveId: bigint, { hub, assetId, ownKey, latestKey }: ReserveFacts) {
    const pool = contractAt(hub, hubAbi);
    return {
      amount: ask(spoke('getUserSuppliedAssets', [reserveId, owner])),
      own: ask(spoke('getDynamicReserveConfig', [reserveId, ownKey])),
      latest: ask(spoke('getDynamicReserveConfig', [reserveId, latestKey])),
      pool: owes
        ? {
            assets: ask(pool('getAddedAssets', [BigInt(assetId)])),
            shares: ask(pool('getAddedShares', [BigInt(assetId)])),
          }
        : null,
    };
  }

  return {
    calls,
    answer,
    account,
    reserves,
    count: () => (count ? Number(count()) : null),
    oracle: () => oracle?.() ?? beliefs.oracle,
    liquidation: () => liquidation?.() ?? null,
    /** The symbol as the token says it; a token that has none readable is named by its address. */
    symbols(): Beliefs['symbols'] {
      const found = { ...beliefs.symbols };
      for (const { facts, figures: asked } of reserves) {
        if (facts && asked?.symbol) {
          found[facts.token] = cleanSymbol(asked.symbol() ?? facts.token.slice(0, 8));
        }
      }
      return found;
    },
  };
}
