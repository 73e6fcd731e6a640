import type { Address, Integer } from '../model/asset';
import type { OracleFacts, Oracles } from '../model/oracle';
import type { Collateral, Holding, Position } from '../model/position';
import type { LiquidationPrice } from '../model/risk';
import { liquidationPrices } from '../risk/liquidationPrice';
import { lossOf } from '../risk/loss';
import { rulesOf } from '../risk/rules';
import { countedOf } from '../risk/value';
import type { Assessed, Inspection } from './read';

/** The object that `--json` prints. Integers are the contracts' own, other numbers decimals; all are strings. */
export interface Report {
  readonly address: Address;
  /** By chain id. */
  readonly blocks: Readonly<Record<string, { readonly number: Integer; readonly timestamp: Integer }>>;
  readonly positions: readonly PositionReport[];
  readonly errors: readonly {
    readonly chainId: number;
    /** Null where the whole chain could not be read. */
    readonly protocol: string | null;
    readonly market: string | null;
    readonly message: string;
  }[];
}

export interface PositionReport {
  readonly protocol: string;
  readonly market: string;
  readonly chainId: number;
  /** By our rules, interest to the block included. */
  readonly liquidatable: boolean;
  /** The contract's own words; null where it has no view that says so. */
  readonly contract: { readonly liquidatable: boolean | null; readonly healthFactor: Integer | null };
  readonly agrees: boolean;
  /** Null without a debt, and the three after it where they have no finite value. */
  readonly healthFactor: string | null;
  readonly buffer: string | null;
  readonly borrowingPower: string;
  readonly loss: string | null;
  readonly collateral: readonly (HoldingReport & {
    /** What counts: 0 for an asset that the owner does not use as collateral. */
    readonly threshold: Integer;
    readonly thresholdScale: Integer;
  })[];
  readonly debt: readonly HoldingReport[];
  readonly liquidationPrices: readonly (Pick<
    LiquidationPrice,
    'feed' | 'side' | 'direction' | 'safe' | 'liquidated' | 'reason'
  > & { readonly asset: Address })[];
}

interface HoldingReport {
  readonly asset: Address;
  readonly symbol: string;
  readonly amount: Integer;
  readonly decimals: number;
  readonly price: Integer;
  readonly priceDecimals: number;
  /** Where the price comes from; one token may stand in a position twice, at the prices of two feeds. */
  readonly feed: Address;
  /** What the feed says of itself; null where it has not answered or none is known. */
  readonly oracle: (Omit<OracleFacts, 'discounted'> & { readonly feed: Address }) | null;
}

export const reportOf = ({ address, blocks, positions, errors }: Inspection): Report => ({
  address,
  blocks: Object.fromEntries(
    blocks.map(({ chain, block }) => [
      chain.id,
      { number: block.number, timestamp: String(block.timestamp) },
    ]),
  ),
  positions: positions.map(positionReport),
  errors: errors.map(({ chain, market, message }) => ({
    chainId: chain.id,
    protocol: market?.protocol ?? null,
    market: market ? (market.id ?? market.address) : null,
    message,
  })),
});

function positionReport({ position, risk, oracles }: Assessed): PositionReport {
  const { market, collateral, debt, agrees, factorScale } = position;
  const figures = risk.kind === 'borrowing' ? risk : null;
  return {
    protocol: market.protocol,
    market: market.id ?? market.address,
    chainId: market.chainId,
    liquidatable: rulesOf(position).liquidatable(position),
    contract: contractWords(position),
    agrees,
    healthFactor: figures?.healthFactor ?? null,
    buffer: figures ? finite(figures.buffer.share) : null,
    borrowingPower: figures?.borrowingPower ?? borrowingPower(position),
    loss: lossOf(position, rulesOf(position).seizure(position)),
    collateral: collateral.map((held) => ({
      ...holdingReport(held, oracles),
      threshold: countedThreshold(held),
      thresholdScale: factorScale,
    })),
    debt: debt.map((owed) => holdingReport(owed, oracles)),
    liquidationPrices: (figures?.liquidationPrices ?? liquidationPrices(position)).map(priceReport),
  };
}

function contractWords(position: Position): PositionReport['contract'] {
  const said: Position['contract'] | null = position.contract;
  return { liquidatable: said?.liquidatable ?? null, healthFactor: said?.healthFactor ?? null };
}

/** Where nothing counts as collateral, the buffer is beyond every number. */
const finite = (share: string): string | null => (Number.isFinite(Number(share)) ? share : null);

const borrowingPower = (position: Position): string =>
  countedOf(position.collateral, 'loanToValue', position).toString();

const countedThreshold = ({ enabled, threshold }: Collateral): Integer => (enabled ? threshold : '0');

const holdingReport = (holding: Holding, oracles: Oracles): HoldingReport => {
  const { address, symbol, amount, decimals, price, priceDecimals, feed } = holding;
  const said = oracles[feed];
  const { description = null, updatedAt = null, capped = null, fixed = false } = said ?? {};
  const oracle = said ? { feed, description, updatedAt, capped, fixed } : null;
  return { asset: address, symbol, amount, decimals, price, priceDecimals, feed, oracle };
};

const priceReport = ({ asset, feed, side, direction, safe, liquidated, reason }: LiquidationPrice) => ({
  asset: asset.address,
  feed,
  side,
  direction,
  safe,
  liquidated,
  reason,
});
