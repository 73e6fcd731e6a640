/** A checksummed or lower-case EVM address. */
export type Address = `0x${string}`;

/** An integer exactly as a contract holds it, in decimal digits: bigint survives neither messages nor storage. */
export type Integer = string;

export interface Asset {
  readonly address: Address;
  /** As the token's contract says, cleaned of control characters, at most 12 characters. */
  readonly symbol: string;
  readonly decimals: number;
}
