import { type Address, parseUnits } from 'viem';
import type { TokenSymbol } from '../production';
import { INITIAL_PRICES } from './parameters';

/** Ethereum mainnet's own. */
export const COMPTROLLER: Address = '0x3d9819210A31b4961b30EF54bE2aeD79B9c9Cd3B';

/** Ours: mainnet's answers from Chainlink feeds. */
export const COMPOUND_ORACLE: Address = '0x0ac1e00000000000000000000000000000000003';

export type CTokenSymbol = 'cETH' | 'cWBTC' | 'cUSDC' | 'cDAI';

export interface CTokenMarket {
  readonly address: Address;
  /** Null for ether itself. */
  readonly underlying: TokenSymbol | null;
  readonly decimals: number;
  /** The token whose initial price it has. */
  readonly priced: TokenSymbol;
  /** Wad. */
  readonly collateralFactor: bigint;
  readonly reserveFactor: bigint;
  /** Whole tokens. */
  readonly whale: { readonly supplies: string; readonly borrows: string };
}

const wad = (share: string): bigint => parseUnits(share, 18);

export const CTOKENS: Record<CTokenSymbol, CTokenMarket> = {
  cETH: {
    address: '0x4Ddc2D193948926D02f9B1fE9e1daa0718270ED5',
    underlying: null,
    decimals: 18,
    priced: 'WETH',
    collateralFactor: wad('0.825'),
    reserveFactor: wad('0.2'),
    whale: { supplies: '200000', borrows: '90000' },
  },
  cWBTC: {
    address: '0xccF4429DB6322D5C611ee964527D42E5d685DD6a',
    underlying: 'WBTC',
    decimals: 8,
    priced: 'WBTC',
    collateralFactor: wad('0.7'),
    reserveFactor: wad('0.2'),
    whale: { supplies: '8000', borrows: '1500' },
  },
  cUSDC: {
    address: '0x39AA39c021dfbaE8faC545936693aC917d5E7563',
    underlying: 'USDC',
    decimals: 6,
    priced: 'USDC',
    collateralFactor: wad('0.855'),
    reserveFactor: wad('0.15'),
    whale: { supplies: '600000000', borrows: '300000000' },
  },
  cDAI: {
    address: '0x5d3a536E4D6DbD6114cc1Ead35777bAB948E3643',
    underlying: 'DAI',
    decimals: 18,
    priced: 'DAI',
    collateralFactor: wad('0.835'),
    reserveFactor: wad('0.15'),
    whale: { supplies: '400000000', borrows: '210000000' },
  },
};

export const CTOKEN_SYMBOLS = Object.keys(CTOKENS) as CTokenSymbol[];

/** Dollars of one whole token with 36 − decimals, as the Comptroller wants its prices, from one with 8. */
const mantissaOf = (symbol: CTokenSymbol, price: bigint): bigint =>
  price * 10n ** BigInt(28 - CTOKENS[symbol].decimals);

export const initialMantissa = (symbol: CTokenSymbol): bigint =>
  mantissaOf(symbol, INITIAL_PRICES[CTOKENS[symbol].priced]);
