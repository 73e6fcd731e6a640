import type { Act, Attribution, Change, PriceMove } from '../model/attribution';
import type { Collateral, Debt, Holding, Position } from '../model/position';
import { bufferOf } from './buffer';
import { grown, quantitiesOf } from './interest';
import { reprice } from './reprice';
import { rulesOf } from './rules';
import { divide, Exact, ofWad } from './value';

/** What an index rounded once more is off by: no action. */
const ROUNDED = 2n;

/**
 * Why the health factor and the buffer are not what they were `seconds` ago. In this order: the old position at the new
 * prices; then by the new parameters; then with its interest; what is left is actions. Each part is the difference of two
 * neighbours, so that they add up exactly. What has left the position keeps its old price until it leaves.
 * @throws where the two are not of one position
 */
export function attribution(before: Position, after: Position, seconds: number): Attribution {
  if (idOf(before) !== idOf(after)) throw new Error('These are two different positions.');
  const repriced = reprice(before, newPrices(before, after));
  const judged: Position = {
    ...after,
    collateral: merged(repriced.collateral, after.collateral),
    debt: merged(repriced.debt, after.debt),
  };
  const grow = <H extends Holding>(owed: boolean, was: readonly H[], now: readonly H[]): H[] =>
    was.map((each) => {
      const found = find(now, each);
      return found ? grown(each, found, { owed, seconds }, before, after) : each;
    });
  const accrued: Position = {
    ...judged,
    collateral: grow<Collateral>(false, judged.collateral, after.collateral),
    debt: grow<Debt>(true, judged.debt, after.debt),
  };
  return {
    whole: change(before, after),
    prices: { ...change(before, repriced), moves: movesOf(before, repriced) },
    parameters: change(repriced, judged),
    interest: change(judged, accrued),
    actions: { ...change(accrued, after), acts: actsOf(accrued, after) },
  };
}

const idOf = ({ market, owner }: Position): string =>
  [market.protocol, market.chainId, market.address, market.id, owner].join().toLowerCase();

/** A reserve, where one token stands in a position several times. */
const keyOf = (holding: Holding & { readonly reserveId?: number; readonly cToken?: string }): string =>
  `${holding.reserveId ?? holding.cToken ?? ''}:${holding.address}`;

const find = <H extends Holding>(all: readonly H[], it: H): H | undefined =>
  all.find((each) => keyOf(each) === keyOf(it));

const allOf = ({ collateral, debt }: Position): readonly Holding[] => [...collateral, ...debt];

/** Of feeds that are still the same; a replaced one is a parameter. */
function newPrices(before: Position, after: Position): Record<string, string> {
  const was = new Set(allOf(before).map(({ feed, priceDecimals }) => `${feed}:${priceDecimals}`));
  const same = allOf(after).filter(({ feed, priceDecimals }) => was.has(`${feed}:${priceDecimals}`));
  return Object.fromEntries(same.map(({ feed, price }) => [feed, price]));
}

const merged = <H extends Holding>(was: readonly H[], now: readonly H[]): H[] =>
  was.map((each) => ({ ...each, ...find(now, each), ...quantitiesOf(each) }));

function change(from: Position, to: Position): Change {
  const [was, is] = [healthOf(from), healthOf(to)];
  return {
    healthFactor: was && is ? is.minus(was).toString() : null,
    buffer: bufferOf(to).value.minus(bufferOf(from).value).toString(),
  };
}

function healthOf(position: Position) {
  const wad = rulesOf(position).healthFactor(position);
  return wad === null ? null : ofWad(wad);
}

function movesOf(before: Position, repriced: Position): PriceMove[] {
  const moves = new Map<string, PriceMove>();
  const now = allOf(repriced);
  for (const [place, { feed, symbol, price }] of allOf(before).entries()) {
    const next = now[place]?.price ?? price;
    if (next === price || price === '0') continue;
    moves.set(feed, { symbol, share: divide(new Exact(next), new Exact(price)).minus(1).toString() });
  }
  return [...moves.values()].sort((a, b) => new Exact(b.share).abs().cmp(new Exact(a.share).abs()));
}

function actsOf(accrued: Position, after: Position): Act[] {
  const on = (side: Act['side']): Act[] => {
    const was: readonly Holding[] = accrued[side];
    const now: readonly Holding[] = after[side];
    const fresh = now.filter((each) => !find(was, each)).map((each) => act(side, each, BigInt(each.amount)));
    const known = was.map((each) =>
      act(side, each, BigInt(find(now, each)?.amount ?? 0) - BigInt(each.amount)),
    );
    return [...known, ...fresh].filter(({ amount }) => BigInt(amount) ** 2n > ROUNDED ** 2n);
  };
  return [...on('collateral'), ...on('debt')];
}

const act = (side: Act['side'], { symbol, decimals }: Holding, amount: bigint): Act => ({
  side,
  symbol,
  amount: `${amount}`,
  decimals,
});
