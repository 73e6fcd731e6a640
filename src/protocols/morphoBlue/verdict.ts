import { decodeAbiParameters, slice, toFunctionSelector } from 'viem';
import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Hex } from '../../model/reader';
import { contractAt, type Question } from '../contract';
import { morphoAbi, preLiquidationAbi } from './abi';
import type { MarketFacts } from './beliefs';

/** ErrorsLib.HEALTHY_POSITION. */
const HEALTHY = 'position is healthy';

/** ErrorsLib's reasons for what comes after the health check: that the caller, Multicall3, has nothing to repay with. */
const PAST_THE_CHECK = /^(transfer(From)? (reverted|returned false)|no code)$/;

export const paramsOf = ({ lltv, ...facts }: MarketFacts) => ({ ...facts, lltv: BigInt(lltv) });

/** How Solidity says why it reverted: Error(string), and Panic(uint256) for sums that do not work out. */
const ERROR = '0x08c379a0';
const PANIC = '0x4e487b71';

/** Empty where it is no reason: as when the call ran out of gas. */
function reasonOf(data: Hex = '0x'): string {
  try {
    return data.startsWith(ERROR) ? decodeAbiParameters([{ type: 'string' }], slice(data, 4))[0] : '';
  } catch {
    return '';
  }
}

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
      if (result?.data.startsWith(PANIC)) return true; // there is no collateral to take
      const reason = reasonOf(result?.data);
      if (reason === HEALTHY) return false;
      if (PAST_THE_CHECK.test(reason)) return true;
      throw new Error(t('read.morpho.noVerdict'));
    },
  };
}

/** What comes after PreLiquidation's own checks: Multicall3 pays nothing, or Morpho refuses what would be left. */
const PAST_ITS_CHECKS =
  /^(TRANSFER_FROM_FAILED|transfer(From)? (reverted|returned false)|insufficient collateral)$/;

/** IPreLiquidation's own errors: it acts for nobody who is safe, nor for whom Morpho itself liquidates. */
const REFUSALS = ['NotPreLiquidatablePosition()', 'LiquidatablePosition()'].map(toFunctionSelector);
const TOO_LARGE = toFunctionSelector('PreLiquidationTooLarge(uint256,uint256)');

/**
 * Likewise the verdict of a pre-liquidation contract. It refuses what Morpho itself would liquidate, which Morpho says.
 */
export function wouldPreLiquidate(contract: Address, owner: Address): Question<boolean> {
  const asked = contractAt(contract, preLiquidationAbi)('preLiquidate', [owner, 1n, 0n, '0x']);
  return {
    ...asked,
    read(result) {
      if (result?.ok) return true;
      if (result && REFUSALS.includes(result.data)) return false;
      if (result?.data.startsWith(TOO_LARGE) || PAST_ITS_CHECKS.test(reasonOf(result?.data))) return true;
      throw new Error(t('read.morpho.noEarlyVerdict'));
    },
  };
}
