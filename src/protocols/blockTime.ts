import { parseAbi } from 'viem';
import type { Address } from '../model/asset';
import { contractAt, optional } from './contract';

/** The same contract that carries the round, where the block's time is asked already: asked again it costs nothing. */
export const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11';

const abi = parseAbi(['function getCurrentBlockTimestamp() view returns (uint256)']);

/** Seconds since 1970 at the block of the round, for what a contract compares with its own clock; null if not told. */
export const blockTime = optional(contractAt(MULTICALL3, abi)('getCurrentBlockTimestamp', []));
