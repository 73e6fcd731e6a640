import type { AaveV3Collateral, AaveV3Debt, AaveV3Position } from '../../src/protocols/aaveV3/rules.position';

/** Positions by hand, for pure code; what the contracts make of positions is asked on the local chain. */
export interface Asset {
  readonly symbol: string;
  readonly decimals?: number;
  /** Smallest units. */
  readonly amount: bigint;
  /** Oracle integer, 8 decimals. */
  readonly price: bigint;
  /** Symbol of the asset whose feed prices it; its own unless said. */
  readonly feed?: string;
}

export interface Supplied extends Asset {
  /** Basis points. */
  readonly threshold?: number;
  readonly loanToValue?: number;
  readonly enabled?: boolean;
}

/** One address a symbol, so that an asset on both sides is the same asset. */
const addressOf = (symbol: string): `0x${string}` =>
  `0x${[...new TextEncoder().encode(symbol)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .padStart(40, '0')
    .slice(-40)}`;

const holding = ({ symbol, decimals = 18, amount, price, feed = symbol }: Asset): AaveV3Debt => ({
  address: addressOf(symbol),
  symbol,
  decimals,
  amount: `${amount}`,
  price: `${price}`,
  priceDecimals: 8,
  feed: addressOf(feed),
  conditions: [],
  graceUntil: null,
});

const supplied = ({
  threshold = 8000,
  loanToValue = 7500,
  enabled = true,
  ...asset
}: Supplied): AaveV3Collateral => ({
  ...holding(asset),
  threshold: `${threshold}`,
  loanToValue: `${loanToValue}`,
  enabled,
  liquidationBonus: '10500',
  liquidationFee: '1000',
});

export function position(
  collateral: readonly Supplied[],
  debt: readonly Asset[],
  more: Partial<AaveV3Position> = {},
): AaveV3Position {
  return {
    market: {
      protocol: 'aaveV3',
      chainId: 1,
      address: '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2',
      name: 'Aave v3 Core',
      app: 'https://app.aave.com/',
    },
    owner: '0x00000000000000000000000000000000000000aa',
    unit: 'USD',
    factorScale: '10000',
    collateral: collateral.map(supplied),
    debt: debt.map(holding),
    contract: { healthFactor: null, liquidatable: false },
    agrees: true,
    arithmetic: 'exactSum',
    version: '3.5',
    eMode: null,
    ...more,
  };
}

export const ETHER = 10n ** 18n;
export const DOLLAR = 10n ** 8n;
