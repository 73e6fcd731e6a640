import { type Hex, numberToHex, pad } from 'viem';
import type { LocalClient } from '../client';
import { COMPOUND_ORACLE, CTOKENS, type CTokenSymbol } from './compoundV2Markets';

/**
 * A whole price oracle, by hand: it answers any call with what it keeps in the slot of the call's first argument,
 * which for getUnderlyingPrice is the cToken. (The package's SimplePriceOracle has ether at a fixed price.)
 * PUSH1 4, CALLDATALOAD, SLOAD, PUSH1 0, MSTORE, PUSH1 32, PUSH1 0, RETURN
 */
const CODE: Hex = '0x6004355460005260206000f3';

/** Where the oracle keeps a price: for setStorageAt, and for the state override of a single eth_call. */
export const priceSlot = (symbol: CTokenSymbol): Hex => pad(CTOKENS[symbol].address.toLowerCase() as Hex);

/** Dollars with 36 − decimals. */
export async function writePrice(client: LocalClient, symbol: CTokenSymbol, mantissa: bigint): Promise<void> {
  await client.setCode({ address: COMPOUND_ORACLE, bytecode: CODE });
  const value = numberToHex(mantissa, { size: 32 });
  await client.setStorageAt({ address: COMPOUND_ORACLE, index: priceSlot(symbol), value });
}
