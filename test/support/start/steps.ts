export interface Step {
  readonly name: string;
  /** Of ether, with eight decimals. */
  readonly price: bigint;
  /** Where the contract must stand, for the step to prove anything; null where either may be. */
  readonly liquidates: boolean | null;
}

/** Down to the last price at which the contract refuses, one unit further, well below, and back up. */
export function fallAndReturn(now: bigint, lastSafe: bigint): Step[] {
  const between = (share: bigint) => now - ((now - lastSafe) * share) / 100n;
  return [
    { name: '1 today', price: now, liquidates: false },
    { name: '2 a third of the way', price: between(33n), liquidates: false },
    { name: '3 two thirds', price: between(66n), liquidates: false },
    { name: '4 almost there', price: between(95n), liquidates: false },
    { name: '5 at the price shown', price: lastSafe, liquidates: false },
    { name: '6 one unit further', price: lastSafe - 1n, liquidates: true },
    { name: '7 well below', price: (lastSafe * 95n) / 100n, liquidates: true },
    { name: '8 half way back', price: between(50n), liquidates: false },
    { name: '9 back', price: now, liquidates: false },
  ];
}
