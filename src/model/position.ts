import type { Address, Asset, Integer } from './asset';

export interface Market {
  /** The folder of its rules. */
  readonly protocol: string;
  readonly chainId: number;
  /** The contract that liquidates: for Aave the pool. */
  readonly address: Address;
  /** As borrowers call it: "Aave v3 Core". */
  readonly name: string;
  /** The app in which its owner acts on it: a URL. */
  readonly app?: string;
  /** Which of them, where one contract keeps many markets (Morpho Blue). */
  readonly id?: `0x${string}`;
}

export interface Block {
  readonly number: Integer;
  /** Seconds since 1970, as the chain says. */
  readonly timestamp: number;
}

/** What stands in the way of using or liquidating an asset; shown as a label. */
export type Condition = 'frozen' | 'paused' | 'inactive';

export interface Holding extends Asset {
  /** Interest included, in the token's smallest unit. */
  readonly amount: Integer;
  /** One whole token in the market's unit, as its oracle says, with `priceDecimals` decimals. */
  readonly price: Integer;
  readonly priceDecimals: number;
  /** The contract whose answer is the price: holdings with the same feed always move together. */
  readonly feed: Address;
  readonly conditions: readonly Condition[];
}

export interface Collateral extends Holding {
  /** Share of the value that counts against the debt before liquidation, over `factorScale`. */
  readonly threshold: Integer;
  /** Share of the value that may be borrowed, over `factorScale`. */
  readonly loanToValue: Integer;
  /** False when the owner does not use it as collateral: it then counts for nothing. */
  readonly enabled: boolean;
}

export type Debt = Holding;

/** What every protocol says of a position; each adds what its own rules need (`rules.position.ts` in its folder). */
export interface Position {
  readonly market: Market;
  readonly owner: Address;
  /** What prices are quoted in: "USD", or a token's symbol. */
  readonly unit: string;
  readonly factorScale: Integer;
  readonly collateral: readonly Collateral[];
  readonly debt: readonly Debt[];
  /** The contract's own words at the same block: its health factor as a wad, null where it has no debt. */
  readonly contract: { readonly healthFactor: Integer | null; readonly liquidatable: boolean };
  /** What is to be said beside the figures, in the user's words. */
  readonly notes?: readonly string[];
  /** Whether our replica of the contract's rules gave the same verdict and health factor. */
  readonly agrees: boolean;
}
