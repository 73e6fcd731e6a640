import { type Address, parseUnits } from 'viem';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS, V2_MARKETS } from '../localnet/production';
import type { Limits } from './oracle/reckoning';

export type Percents = Limits['begin'];

const volatile: Limits = { begin: [40n, 20n, 10n], margin: 5n };
const pegged: Limits = { begin: [8n, 4n, 2n], margin: 1n };

/** The usual levels of a kind, which its margin tells. */
export const usualOf = ({ margin }: Limits): Percents => (margin === pegged.margin ? pegged : volatile).begin;

/** On Aave v3, or on Aave v2, each in its first market of Ethereum. */
export type Protocol = 'v3' | 'v2';

export const POOLS: Readonly<Record<Protocol, Address>> = {
  v3: MARKETS.Core.pool,
  v2: V2_MARKETS.Main.pool,
};

/** Ten units of what is held, and a debt. */
export interface Debt {
  /** Chain, market and owner, as the product names a position. */
  readonly key: string;
  readonly owner: Address;
  readonly protocol: Protocol;
  readonly limits: Limits;
  readonly held: 'WETH' | 'wstETH';
  readonly owed: 'USDC' | 'WETH';
  readonly amount: bigint;
}

export interface Borrower {
  readonly address: Address;
  readonly debts: readonly Debt[];
}

/** 10 ether are $30,200 and may carry $24,310: from a third of that to nine tenths. */
const dollars = (share: number): bigint => parseUnits(`${8_000 + Math.floor(14_200 * share)}`, 6);

/** 10 staked ether carry 9.38 ether. */
const ether = (share: number): bigint => parseUnits(`${8.7 + 0.6 * share}`, 18);

/** From calm to nearly liquidated. Every fifth owes ether against staked ether, and every fourth owes on Aave v2 too. */
export function borrowers(count: number): Borrower[] {
  return Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    const owner = borrowerOf(500 + index);
    const on = (protocol: Protocol) => ({ key: `1:${POOLS[protocol]}:${owner}`, owner, protocol });
    const inDollars = { limits: volatile, held: 'WETH', owed: 'USDC' } as const;
    const inEther = { limits: pegged, held: 'wstETH', owed: 'WETH' } as const;
    const first: Debt =
      index % 5 === 1
        ? { ...on('v3'), ...inEther, amount: ether(share) }
        : { ...on('v3'), ...inDollars, amount: dollars(share) };
    const second: Debt = { ...on('v2'), ...inDollars, amount: dollars(1 - share / 2) };
    return { address: owner, debts: index % 4 === 3 ? [first, second] : [first] };
  });
}
