import { type Address, BaseError, encodeFunctionData } from 'viem';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import { LIQUIDATOR } from '../localnet/deploy/liquidator';
import { morphoAbi } from '../localnet/deploy/morpho';
import {
  MORPHO,
  MORPHO_MARKET_NAMES,
  type MorphoMarketName,
  marketId,
  marketParams,
} from '../localnet/deploy/morphoMarkets';
import type { Localnet } from '../localnet/start';
import { asOverride, type Prices } from './books';

/** A liquidation of one share by somebody who could pay for it: Morpho's own answer, without any code of the product. */
export async function morphoLiquidates(
  net: Localnet,
  name: MorphoMarketName,
  borrower: Address,
  prices: Prices,
) {
  const args = [marketParams(name), borrower, 0n, 1n, '0x'] as const;
  const data = encodeFunctionData({ abi: morphoAbi, functionName: 'liquidate', args });
  try {
    await net.client.call({ account: LIQUIDATOR, to: MORPHO, data, stateOverride: asOverride(prices) });
    return true;
  } catch (error) {
    if (error instanceof BaseError && error.message.includes('position is healthy')) return false;
    throw error;
  }
}

export const nameOf = ({ market }: MorphoBluePosition): MorphoMarketName => {
  const name = MORPHO_MARKET_NAMES.find((each) => marketId(each) === market.id);
  if (!name) throw new Error(`no such market: ${market.id}`);
  return name;
};
