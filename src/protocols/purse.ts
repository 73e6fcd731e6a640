import { parseAbi } from 'viem';
import type { Position } from '../model/position';
import type { Purse } from '../model/purse';
import type { Inquiry } from '../model/reader';
import { MULTICALL3 } from './blockTime';
import { contractAt, newRound, orNull } from './contract';

const abi = parseAbi([
  'function balanceOf(address) view returns (uint256)',
  'function getEthBalance(address) view returns (uint256)',
]);

/** What the owner's wallet holds of a position's assets, and of the chain's own coin. */
export function* readPurse({ owner, collateral, debt }: Position): Inquiry<Purse> {
  const { calls, ask, answer } = newRound();
  const native = ask(contractAt(MULTICALL3, abi)('getEthBalance', [owner]));
  const assets = new Set([...collateral, ...debt].map(({ address }) => address));
  const asked = [...assets].map(
    (asset) => [asset, ask(orNull(contractAt(asset, abi)('balanceOf', [owner])))] as const,
  );
  answer(yield calls);
  const tokens = asked.map(([asset, say]) => [asset, say()?.toString() ?? null] as const);
  return { tokens: Object.fromEntries(tokens), native: `${native()}` };
}
