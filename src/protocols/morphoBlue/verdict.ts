import { decodeErrorResult } from 'viem';
import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import { contractAt, type Question } from '../contract';
import { morphoAbi, preLiquidationAbi } from './abi';
import type { MarketFacts } from './beliefs';

/** ErrorsLib.HEALTHY_POSITION. */
const HEALTHY = 'position is healthy';

/** ErrorsLib's reasons for what comes after the health check: that the caller, Multicall3, has nothing to repay with. */
const PAST_THE_CHECK = /^(transfer(From)? (reverted|returned false)|no code)$/;

export const paramsOf = ({ lltv, ...facts }: MarketFacts) => ({ ...facts, lltv: BigInt(lltv) });

/**
 * Morpho's own verdict. It has no view for it, so the liquidation itself is simulated, for the smallest unit of
 * collateral: a healthy position is refused with that very reason, any other is let through to the payment. Nothing is
 * ever sent. It belongs behind all figures of its market, and counts only where the oracle and the interest answered.
 */
export function wouldLiquidate(morpho: Address, facts: MarketFacts, owner: Address): Question<boolean> {
  const asked = contractAt(morpho, morphoAbi)('liquidate', [paramsOf(facts), owner, 1n, 0n, '0x']);
  return {
    ...asked,
    read(result) {
      if (result?.ok) return true;
      try {
        const { errorName, args } = decodeErrorResult({ data: result?.data ?? '0x' });
        if (errorName === 'Panic') return true; // there is no collateral to take
        if (args[0] === HEALTHY) return false;
        if (PAST_THE_CHECK.test(String(args[0]))) return true;
      } catch {
        // Not a reason that Morpho gives: as when the call ran out of gas.
      }
      throw new Error(t('read.morpho.noVerdict'));
    },
  };
}

/** What comes after PreLiquidation's own checks: Multicall3 pays nothing, or Morpho refuses what would be left. */
const PAST_ITS_CHECKS =
  /^(TRANSFER_FROM_FAILED|transfer(From)? (reverted|returned false)|insufficient collateral)$/;

/**
 * Likewise the verdict of a pre-liquidation contract. It refuses what Morpho itself would liquidate, which Morpho says.
 */
export function wouldPreLiquidate(contract: Address, owner: Address): Question<boolean> {
  const asked = contractAt(contract, preLiquidationAbi)('preLiquidate', [owner, 1n, 0n, '0x']);
  return {
    ...asked,
    read(result) {
      if (result?.ok) return true;
      try {
        const { errorName, args } = decodeErrorResult({ abi: preLiquidationAbi, data: result?.data ?? '0x' });
        if (errorName === 'NotPreLiquidatablePosition' || errorName === 'LiquidatablePosition') return false;
        if (errorName === 'PreLiquidationTooLarge' || PAST_ITS_CHECKS.test(String(args?.[0]))) return true;
      } catch {
        // Not a reason that it gives.
      }
      throw new Error(t('read.morpho.noEarlyVerdict'));
    },
  };
}
