import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import { accrual, cleanSymbol, contractAt, newRound, orNull } from '../contract';
import { cometAbi, tokenAbi } from './abi';
import { type Beliefs, holdsSomething } from './beliefs';
import { assetsInUse, decimalsOf, MAX_ASSETS } from './flags';
import type { CompoundV3Market } from './markets';

type Round = ReturnType<typeof askRound>;
export type Figures = NonNullable<Round['figures']>;

/** One round of questions under the given beliefs: what is so, and the figures that rest on it. */
export function askRound(market: CompoundV3Market, owner: Address, beliefs: Beliefs) {
  const { calls, ask, answer } = newRound();
  const comet = contractAt(market.address, cometAbi);
  const { base } = beliefs;
  const holds = base !== null && holdsSomething(beliefs);

  // First of all, so that everything after it has the interest up to this block, as the next absorb would find it.
  const accrued = holds ? ask(accrual(comet('accrueAccount', [owner]))) : null;
  const basic = ask(comet('userBasic', [owner]));
  const feed = base === null || holds ? ask(comet('baseTokenPriceFeed', [])) : null;
  const token = base === null ? ask(comet('baseToken', [])) : null;
  const scale = base === null ? ask(comet('baseScale', [])) : null;
  // The first time nobody knows which assets the owner will turn out to use, nor how many there are.
  const infos =
    base === null
      ? Array.from({ length: MAX_ASSETS }, (_, place) => ask(orNull(comet('getAssetInfo', [place]))))
      : beliefs.used.map((place) => ask(comet('getAssetInfo', [place])));
  const figures = base !== null && accrued !== null ? askFigures(base, accrued) : null;

  function askFigures(of: NonNullable<Beliefs['base']>, accrual: () => void) {
    return {
      accrual,
      totals: ask(comet('totalsBasic', [])),
      isLiquidatable: ask(comet('isLiquidatable', [owner])),
      base: { ...of, price: ask(comet('getPrice', [of.feed])), symbol: askSymbol(of.token) },
      assets: beliefs.used.flatMap((place, index) => {
        const known = beliefs.assets[place];
        const info = infos[index];
        if (!known || !info) return [];
        return [
          {
            ...known,
            info,
            balance: ask(comet('collateralBalanceOf', [owner, known.address])),
            price: ask(comet('getPrice', [known.feed])),
            symbol: askSymbol(known.address),
          },
        ];
      }),
    };
  }

  function askSymbol(address: Address): () => string | null {
    const known = beliefs.symbols[address];
    const said = known === undefined ? ask(orNull(contractAt(address, tokenAbi)('symbol', []))) : null;
    return () => {
      const symbol = known ?? said?.();
      return symbol ? cleanSymbol(symbol) : null;
    };
  }

  /** What a token did not say this time it is asked for again the next time. */
  const symbols = (): Beliefs['symbols'] => {
    const tokens = figures ? [{ ...figures.base, address: figures.base.token }, ...figures.assets] : [];
    const said = tokens.flatMap(({ address, symbol }) => {
      const text = symbol();
      return text === null ? [] : [[address, text] as const];
    });
    return { ...beliefs.symbols, ...Object.fromEntries(said) };
  };

  return {
    calls,
    answer,
    figures,
    principal: () => basic()[0],
    /** What the chain says of everything that was believed. */
    truth(): Beliefs {
      const [principal, , , assetsIn, reserved] = basic();
      const assets = [...beliefs.assets];
      for (const [index, info] of infos.entries()) {
        const found = info();
        const place = base === null ? index : beliefs.used[index];
        if (found && place !== undefined) assets[place] = { address: found.asset, feed: found.priceFeed };
      }
      return {
        base: {
          token: base?.token ?? required(token),
          decimals: base?.decimals ?? decimalsOf(required(scale)),
          feed: feed?.() ?? base?.feed ?? required(feed),
        },
        assets: Array.from(assets, (asset) => asset ?? null),
        used: assetsInUse(assetsIn, reserved),
        borrows: principal < 0n,
        symbols: symbols(),
      };
    },
  };
}

function required<T>(ask: (() => T) | null): T {
  if (!ask) throw new Error(t('read.unasked'));
  return ask();
}
