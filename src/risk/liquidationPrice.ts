import type { Holding, Position } from '../model/position';
import type { LiquidationPrice, NoPriceReason } from '../model/risk';
import type { PriceLine } from '../model/rules';
import { rulesOf } from './rules';

/** Feeds answer a positive int256 that in practice fits 64 bits; the search ends there, or at 1000 times today's price. */
const HIGHEST = 2n ** 63n - 1n;
const LOWEST = 1n;

/** Verdicts that flutter for longer than this have no single price worth showing. */
const MAX_STRETCHES = 4_000;

/** The liquidation price of every asset of a position, the other prices held; each feed once. */
export function liquidationPrices(position: Position): LiquidationPrice[] {
  const seen = new Map<string, Holding>();
  for (const holding of [...position.collateral, ...position.debt]) {
    if (!seen.has(holding.feed)) seen.set(holding.feed, holding);
  }
  const lineOf = rulesOf(position).along(position);
  const held = new Set(position.collateral.map(({ feed }) => feed));
  const owed = new Set(position.debt.map(({ feed }) => feed));
  return [...seen.values()].map((holding) => {
    const { feed } = holding;
    const side = !held.has(feed) ? 'debt' : owed.has(feed) ? 'both' : 'collateral';
    return liquidationPrice(holding, side, lineOf(feed));
  });
}

/**
 * Walks from the current price towards danger, exactly: over prices that are surely safe in one step, then over
 * stretches on which the verdict turns at most once, with the contract's own verdict at every turn.
 */
function liquidationPrice(
  holding: Holding,
  side: LiquidationPrice['side'],
  line: PriceLine,
): LiquidationPrice {
  const { address, symbol, decimals, feed, price: current, priceDecimals } = holding;
  // Written out: spreading one object into another takes longer than most searches.
  const said = (
    found: Pick<LiquidationPrice, 'direction' | 'safe' | 'liquidated' | 'reason'>,
  ): LiquidationPrice => ({
    asset: { address, symbol, decimals },
    feed,
    side,
    price: current,
    priceDecimals,
    direction: found.direction,
    safe: found.safe,
    liquidated: found.liquidated,
    reason: found.reason,
  });
  const none = (reason: NoPriceReason): LiquidationPrice =>
    said({ direction: 'none', safe: null, liquidated: null, reason });
  const price = BigInt(current);
  if (!line.safe(price)) return none('already liquidatable');
  if (line.danger === 'none') {
    if (side === 'collateral') return none('not used as collateral');
    return none(line.surelySafeTo(price, LOWEST) === LOWEST ? 'safe at every price' : 'too flat to say');
  }
  const safe = lastSafePrice(line, price);
  if (typeof safe === 'string') return none(safe);
  const liquidated = line.danger === 'below' ? safe - 1n : safe + 1n;
  return said({ direction: line.danger, safe: `${safe}`, liquidated: `${liquidated}`, reason: null });
}

function lastSafePrice(line: PriceLine, from: bigint): bigint | NoPriceReason {
  const step = line.danger === 'below' ? -1n : 1n;
  const highest = from > HIGHEST / 1000n ? from * 1000n : HIGHEST;
  const limit = line.danger === 'below' ? LOWEST : highest;
  let price = from;
  for (let stretch = 0; stretch < MAX_STRETCHES; stretch++) {
    price = line.surelySafeTo(price, limit);
    const end = line.steadyTo(price, limit);
    if (!line.safe(end)) return turningPoint(line, price, end);
    if (end === limit) return 'safe at every price';
    if (!line.safe(end + step)) return end;
    price = end + step;
  }
  return 'too flat to say';
}

/** The last safe price between a safe and a liquidated one: doubling steps first, because it is usually near. */
function turningPoint(line: PriceLine, safe: bigint, liquidated: bigint): bigint {
  const towards = liquidated > safe ? 1n : -1n;
  let good = safe;
  let bad = liquidated;
  for (let stride = 1n; (bad - good) * towards > stride; stride *= 2n) {
    const next = good + stride * towards;
    if (line.safe(next)) good = next;
    else {
      bad = next;
      break;
    }
  }
  while ((bad - good) * towards > 1n) {
    const middle = (good + bad) / 2n;
    if (line.safe(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
