import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import { cleanSymbol, contractAt, newRound } from '../contract';
import { comptrollerAbi, cTokenAbi, oracleAbi, tokenAbi } from './abi';
import type { Beliefs, CTokenFacts } from './beliefs';
import { CETH, decimalsBehind, ETHER } from './markets';

export type Figures = NonNullable<ReturnType<typeof askRound>['figures']>;

/** More than the Comptroller ever listed: a longer list is no answer of its. */
const MAX_ENTERED = 60;

/** One round of questions under the given beliefs: what is so, and the figures that rest on it. */
export function askRound(market: Market, owner: Address, { oracle, entered, cTokens }: Beliefs) {
  const { calls, ask, answer } = newRound();
  const comptroller = contractAt(market.address, comptrollerAbi);

  // First of all, so that everything after it has the interest up to this block.
  const accruals = entered.map((cToken) => ({
    cToken,
    code: ask(contractAt(cToken, cTokenAbi)('accrueInterest', [])),
  }));
  const assetsIn = ask(comptroller('getAssetsIn', [owner]));
  const oracleNow = ask(comptroller('oracle', []));
  const figures = oracle === null || entered.length === 0 ? null : askFigures(oracle);
  const facts = entered.map((cToken) => ({ cToken, say: askFacts(cToken) }));

  function askFigures(at: Address) {
    const liquidity = ask(comptroller('getAccountLiquidity', [owner]));
    return {
      /** @throws where a market did not add the interest up to this block */
      accrual() {
        const isBehind = accruals.some(({ code }) => code() !== 0n);
        if (isBehind) throw new Error(t('read.compoundV2.isBehind'));
      },
      liquidity,
      closeFactor: ask(comptroller('closeFactorMantissa', [])),
      incentive: ask(comptroller('liquidationIncentiveMantissa', [])),
      paused: ask(comptroller('seizeGuardianPaused', [])),
      markets: entered.map((cToken) => ({
        cToken,
        snapshot: ask(contractAt(cToken, cTokenAbi)('getAccountSnapshot', [owner])),
        price: ask(contractAt(at, oracleAbi)('getUnderlyingPrice', [cToken])),
        configuration: ask(comptroller('markets', [cToken])),
        deprecated: ask(comptroller('isDeprecated', [cToken])),
      })),
    };
  }

  function askFacts(cToken: Address): () => CTokenFacts {
    const known = cTokens[cToken];
    if (known) {
      if (known.decimals !== null) return () => known;
      const decimals = ask(contractAt(known.underlying, tokenAbi)('decimals', []));
      return () => ({ ...known, decimals: decimals() });
    }
    if (cToken === CETH) return () => ({ underlying: ETHER, decimals: 18, symbol: 'ETH' });
    const underlying = ask(contractAt(cToken, cTokenAbi)('underlying', []));
    const symbol = ask(contractAt(cToken, cTokenAbi)('symbol', []));
    return () => ({
      underlying: underlying(),
      decimals: decimalsBehind(cToken),
      symbol: cleanSymbol(symbol().replace(/^c/, '')),
    });
  }

  return {
    calls,
    answer,
    figures,
    /** What the chain says of everything that was believed. */
    truth(): Beliefs {
      const now = assetsIn();
      if (now.length > MAX_ENTERED) throw new Error(t('read.compoundV2.tooMany'));
      const learnt = facts.map(({ cToken, say }) => [cToken, say()] as const);
      return {
        oracle: oracleNow(),
        entered: now,
        cTokens: { ...cTokens, ...Object.fromEntries(learnt) },
      };
    },
  };
}
