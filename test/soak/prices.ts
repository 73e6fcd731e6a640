const ETHER = 3_020;
const STAKED = 1.195;

/** What a price moves in half a minute at the most, some 12% in a day; and staked ether against ether. */
const WILD = 0.002;
const TAME = 0.00075;

export interface Prices {
  /** In dollars with 8 decimals. */
  readonly ether: bigint;
  readonly stakedEther: bigint;
}

/** Aave v2 counts in ether, 18 decimals: there a dollar is what moves. @param ether in dollars with 8 decimals */
export const dollarInEther = (ether: bigint): bigint => 10n ** 26n / ether;

/** A market that moves up and down, and never for good. */
export function pricesFrom(random: () => number): (seconds: number, jump: number) => Prices {
  let [ether, staked] = [ETHER, STAKED];
  return (seconds, jump) => {
    const step = (most: number) => (random() * 2 - 1) * most * Math.sqrt(seconds / 30);
    ether *= (1 + step(WILD) + (1 - ether / ETHER) * 0.002) * jump;
    staked *= 1 + step(TAME) + (1 - staked / STAKED) * 0.01;
    const units = (dollars: number) => BigInt(Math.round(dollars * 1e8));
    return { ether: units(ether), stakedEther: units(ether * staked) };
  };
}
