import type { CompoundV3Position } from '../../src/protocols/compoundV3/rules.position';

interface Small {
  /** By number, because feeds are shared. */
  readonly feed: number;
  readonly amount: bigint;
  readonly decimals: number;
}

interface SmallPosition {
  /** By the number of the feed. */
  readonly prices: readonly bigint[];
  /** `factor` is a wad. */
  readonly collateral: readonly (Small & { readonly factor: bigint })[];
  readonly base: Small;
}

const address = (digit: number): `0x${string}` => `0x${`${digit}`.padStart(40, '0')}`;

/** A position by hand, for arithmetic; what the contracts make of positions was recorded. */
export function smallPosition({ prices, collateral, base }: SmallPosition): CompoundV3Position {
  const holding = (place: number, of: Small) => ({
    address: address(place),
    symbol: `T${place}`,
    decimals: of.decimals,
    amount: `${of.amount}`,
    price: `${prices[of.feed]}`,
    priceDecimals: 8,
    feed: address(90 + of.feed),
    conditions: [],
  });
  return {
    market: { protocol: 'compoundV3', chainId: 1, address: address(7), name: 'Compound v3 T9' },
    owner: address(8),
    unit: 'USD',
    factorScale: `${10n ** 18n}`,
    collateral: collateral.map((each, place) => ({
      ...holding(place, each),
      threshold: `${each.factor}`,
      loanToValue: `${each.factor}`,
      liquidationFactor: `${each.factor}`,
      enabled: true,
    })),
    debt: [holding(9, base)],
    principal: `-${base.amount}`,
    indices: { supply: `${10n ** 15n}`, borrow: `${10n ** 15n}` },
    paused: [],
    contract: { healthFactor: null, liquidatable: false },
    agrees: true,
  };
}
