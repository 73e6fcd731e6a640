import { maxUint256 } from 'viem';
import type { World } from './world';

/** What the contract itself answers, asked directly and not through the extension. */
export interface Answer {
  /** A wad; null without debt. */
  readonly healthFactor: bigint | null;
  readonly liquidates: boolean;
  /** Why it refuses. */
  readonly refusal: string | null;
}

export async function askContract({ chain, borrower }: World): Promise<Answer> {
  const { healthFactor } = await chain.accountData('Core', borrower);
  const verdict = await chain.wouldLiquidate({ market: 'Core', borrower, collateral: 'WETH', debt: 'USDC' });
  return {
    healthFactor: healthFactor === maxUint256 ? null : healthFactor,
    liquidates: verdict.ok,
    refusal: verdict.ok ? null : verdict.error,
  };
}

const WAD = 10n ** 18n;

/** How every surface must write it: cut off after 2 decimals, after 3 below 1.1. */
export function written({ healthFactor }: Answer): string {
  if (healthFactor === null) return 'no debt';
  if (healthFactor > 100n * WAD) return '100+';
  const decimals = healthFactor * 10n < 11n * WAD ? 3 : 2;
  const digits = (healthFactor / 10n ** BigInt(18 - decimals)).toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
