import { encodeAbiParameters, keccak256, zeroAddress } from 'viem';
import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import type { Hex } from '../../model/reader';
import { accrual, cleanSymbol, contractAt, newRound, orNull } from '../contract';
import { morphoAbi, oracleAbi, tokenAbi } from './abi';
import type { Beliefs, MarketFacts, TokenFacts } from './beliefs';
import { largeMarkets } from './markets';
import { askPreLiquidations } from './preLiquidation';
import { paramsOf, wouldLiquidate } from './verdict';

const address = { type: 'address' } as const;

/** A market's id is the hash of its parameters (MarketParamsLib.id), so nobody can make others up. */
const PARAMS = [address, address, address, address, { type: 'uint256' }] as const;

export type Round = ReturnType<typeof askRound>;
export type Figures = Round['figures'][number];

/** One round of questions: in which of the known markets the owner is, and the figures of those it was believed to be. */
export function askRound(market: Market, owner: Address, beliefs: Beliefs) {
  const { calls, ask, answer } = newRound();
  const morpho = contractAt(market.address, morphoAbi);
  const large = largeMarkets(market.chainId);
  const candidates = [...new Set([...large, ...beliefs.used, ...beliefs.ids])];
  const known = beliefs.used.flatMap((id) => {
    const facts = beliefs.markets[id];
    return facts ? [{ id, facts }] : [];
  });

  // First of all, so that the totals have the interest up to this block, as the next liquidation would find them.
  const accruals = new Map(
    known.map(({ id, facts }) => [id, ask(accrual(morpho('accrueInterest', [paramsOf(facts)])))]),
  );
  const positions = new Map(candidates.map((id) => [id, ask(morpho('position', [id, owner]))]));
  const params = candidates
    .filter((id) => !beliefs.markets[id])
    .map((id) => ({ id, facts: ask(morpho('idToMarketParams', [id])) }));
  const figures = known.map(({ id, facts }) => askFigures(id, facts));
  const preLiquidations = askPreLiquidations(market, owner, beliefs, ask);

  function askFigures(id: Hex, facts: MarketFacts) {
    const hasOracle = facts.oracle !== zeroAddress;
    const totals = ask(morpho('market', [id]));
    const price = hasOracle ? ask(contractAt(facts.oracle, oracleAbi)('price', [])) : null;
    const tokens = { loan: askToken(facts.loanToken), collateral: askToken(facts.collateralToken) };
    const verdict = hasOracle ? ask(wouldLiquidate(market.address, facts, owner)) : null;
    return {
      id,
      facts,
      totals: () => {
        accruals.get(id)?.();
        return totals();
      },
      position: () => positionIn(id),
      price: () => price?.() ?? null,
      tokens,
      preLiquidations: () => preLiquidations.on(id),
      /** A market without an oracle lends nothing: nobody can be liquidated in it. */
      isLiquidatable: () => verdict?.() ?? false,
    };
  }

  function askToken(address: Address): () => TokenFacts {
    const facts = beliefs.tokens[address];
    if (facts) return () => facts;
    const decimals = ask(contractAt(address, tokenAbi)('decimals', []));
    const symbol = ask(orNull(contractAt(address, tokenAbi)('symbol', [])));
    return () => {
      const said = symbol();
      return { decimals: decimals(), symbol: said === null ? null : cleanSymbol(said) };
    };
  }

  function positionIn(id: Hex) {
    const said = positions.get(id);
    if (!said) throw new Error(t('read.unasked'));
    const [, borrowShares, collateral] = said();
    return { borrowShares, collateral };
  }

  /** Collateral alone counts only in a large market: elsewhere others may have put it there to have their code called. */
  function isUsed(id: Hex): boolean {
    const { borrowShares, collateral } = positionIn(id);
    return borrowShares > 0n || (collateral > 0n && large.includes(id));
  }

  return {
    calls,
    answer,
    figures,
    /** What the chain says of everything that was believed. */
    truth(): Beliefs {
      const learnt = params.flatMap(({ id, facts }): [Hex, MarketFacts][] => {
        const said = facts();
        const [loanToken, collateralToken, oracle, irm, lltv] = said;
        if (loanToken === zeroAddress) return []; // no such market here
        if (keccak256(encodeAbiParameters(PARAMS, said)) !== id)
          throw new Error(t('read.morpho.otherParameters'));
        return [[id, { loanToken, collateralToken, oracle, irm, lltv: `${lltv}` }]];
      });
      const tokens = figures.flatMap(({ facts, tokens: { loan, collateral } }) => [
        ...learntToken(facts.loanToken, loan),
        ...learntToken(facts.collateralToken, collateral),
      ]);
      return {
        ...beliefs,
        used: candidates.filter(isUsed),
        preLiquidations: preLiquidations.vouchedFor(),
        markets: { ...beliefs.markets, ...Object.fromEntries(learnt) },
        tokens: { ...beliefs.tokens, ...Object.fromEntries(tokens) },
      };
    },
  };
}

/** A token that does not answer is the trouble of its own market; one without a symbol is asked for it again. */
function learntToken(address: Address, said: () => TokenFacts): [Address, TokenFacts][] {
  try {
    const facts = said();
    return facts.symbol === null ? [] : [[address, facts]];
  } catch {
    return [];
  }
}
