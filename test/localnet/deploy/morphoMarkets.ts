import { type Address, encodeAbiParameters, type Hex, keccak256, parseUnits, zeroAddress } from 'viem';
import { TOKENS, type TokenSymbol } from '../production';
import { INITIAL_PRICES } from './parameters';

/** Ethereum mainnet's own. */
export const MORPHO: Address = '0xBBBBBbbBBb9cC5e90e3b3Af64bdAF62C37EEFFCb';
export const IRM: Address = '0x870aC11D48B15DB9a138Cf899d20F13F79Ba00BC';

export interface MorphoMarket {
  readonly loan: TokenSymbol;
  /** Null in a market that only keeps what vaults do not lend. */
  readonly collateral: TokenSymbol | null;
  readonly oracle: Address;
  readonly irm: Address;
  /** Wad. */
  readonly lltv: bigint;
}

/**
 * The first three bear mainnet's own oracle addresses, so that their ids are mainnet's own ids; the others are ours
 * alone. In 'BAL/WBTC' both decimals differ from everything else.
 */
export const MORPHO_MARKETS = {
  'wstETH/WETH': market('WETH', 'wstETH', '0x2a01EB9496094dA03c4E364Def50f5aD1280AD72', '0.945'),
  'WBTC/USDC': market('USDC', 'WBTC', '0xDddd770BADd886dF3864029e4B377B5F6a2B6b83', '0.86'),
  'wstETH/USDC': market('USDC', 'wstETH', '0x48F7E36EB6B826B2dF4B2E630B62Cd25e89E40e2', '0.86'),
  'WETH/USDC': market('USDC', 'WETH', '0x0ac1e00000000000000000000000000000000001', '0.86'),
  'BAL/WBTC': market('WBTC', 'BAL', '0x0ac1e00000000000000000000000000000000002', '0.625'),
  idle: { loan: 'USDC', collateral: null, oracle: zeroAddress, irm: zeroAddress, lltv: 0n },
} as const satisfies Record<string, MorphoMarket>;

export type MorphoMarketName = keyof typeof MORPHO_MARKETS;
export const MORPHO_MARKET_NAMES = Object.keys(MORPHO_MARKETS) as MorphoMarketName[];

function market(loan: TokenSymbol, collateral: TokenSymbol, oracle: Address, lltv: string): MorphoMarket {
  return { loan, collateral, oracle, irm: IRM, lltv: parseUnits(lltv, 18) };
}

const PARAMETERS = [
  { name: 'loanToken', type: 'address' },
  { name: 'collateralToken', type: 'address' },
  { name: 'oracle', type: 'address' },
  { name: 'irm', type: 'address' },
  { name: 'lltv', type: 'uint256' },
] as const;

export function marketParams(name: MorphoMarketName) {
  const { loan, collateral, oracle, irm, lltv }: MorphoMarket = MORPHO_MARKETS[name];
  const loanToken = TOKENS[loan].address;
  const collateralToken = collateral === null ? zeroAddress : TOKENS[collateral].address;
  return { loanToken, collateralToken, oracle, irm, lltv };
}

/** MarketParamsLib.id: the hash of the parameters. */
export function marketId(name: MorphoMarketName): Hex {
  const { loanToken, collateralToken, oracle, irm, lltv } = marketParams(name);
  return keccak256(encodeAbiParameters(PARAMETERS, [loanToken, collateralToken, oracle, irm, lltv]));
}

/** One whole collateral token in loan tokens, with 36 + loan decimals − collateral decimals, at the initial prices. */
export function initialPrice(name: MorphoMarketName): bigint {
  const { loan, collateral }: MorphoMarket = MORPHO_MARKETS[name];
  if (collateral === null) return 0n;
  const decimals = 36 + TOKENS[loan].decimals - TOKENS[collateral].decimals;
  return (INITIAL_PRICES[collateral] * 10n ** BigInt(decimals)) / INITIAL_PRICES[loan];
}
