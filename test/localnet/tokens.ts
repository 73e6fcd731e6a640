import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  keccak256,
  maxUint256,
  numberToHex,
  parseAbiParameters,
} from 'viem';
import { tokenAbi } from './abi';
import type { LocalClient } from './client';
import { TOKENS, type TokenSymbol } from './production';
import { transact } from './revert';

export interface Tokens {
  /** Mints by the mock token's own `mint`, which anyone may call. Amounts in the token's smallest unit. */
  mint(symbol: TokenSymbol, to: Address, amount: bigint): Promise<void>;
  balance(symbol: TokenSymbol, account: Address): Promise<bigint>;
}

export function createTokens(client: LocalClient): Tokens {
  return {
    async mint(symbol, to, amount) {
      const call = { abi: tokenAbi, functionName: 'mint', args: [to, amount] } as const;
      await transact(client, { from: to, to: TOKENS[symbol].address, data: encodeFunctionData(call) });
    },
    balance: (symbol, account) =>
      client.readContract({
        address: TOKENS[symbol].address,
        abi: tokenAbi,
        functionName: 'balanceOf',
        args: [account],
      }),
  };
}

const MAPPING_KEY = parseAbiParameters('address, bytes32');

/** `_allowances` is the mock token's second variable. Written in place: an approval by transaction costs a block. */
export async function allowAll(
  client: LocalClient,
  token: Address,
  owner: Address,
  spender: Address,
): Promise<void> {
  const ofOwner = keccak256(encodeAbiParameters(MAPPING_KEY, [owner, numberToHex(1, { size: 32 })]));
  const index = keccak256(encodeAbiParameters(MAPPING_KEY, [spender, ofOwner]));
  await client.setStorageAt({ address: token, index, value: numberToHex(maxUint256) });
}
