import { type Conduct, conducts } from './weather';

/** What the world does to one round. */
export interface Forecast {
  /** How the first and the second RPC behave. */
  readonly conducts: readonly [Conduct, Conduct];
  /** What a lying one makes of ether's price, in percent of it. */
  readonly lie: bigint;
  /** How many blocks a frozen one had missed already. */
  readonly behind: bigint;
  readonly isOffline: boolean;
  /** The browser shows no notice. */
  readonly isMute: boolean;
  /** The browser stores nothing. */
  readonly isFull: boolean;
  /** The moment of the round at which the worker is killed; null to let it live. */
  readonly kill: number | null;
  /** Seconds that the machine sleeps beforehand. */
  readonly sleep: number;
  /** The factor that ether's price makes beside its usual way. */
  readonly jump: number;
  /** Which wallet is acted on and looked at, as a share of their number. */
  readonly whose: number;
  readonly act: 'owner' | 'liquidator' | null;
}

/** Counted in the report beside what RPCs do. */
export const kindsOf = (next: Forecast): string[] => [
  ...(next.isOffline ? ['offline'] : []),
  ...(next.isMute ? ['no notices'] : []),
  ...(next.isFull ? ['no storage'] : []),
  ...(next.sleep > 0 ? ['sleep'] : []),
  ...(next.jump !== 1 ? ['price jump'] : []),
];

export const isCalm = ({ conducts: [first, second], isOffline, isFull }: Forecast): boolean =>
  first === 'honest' && second === 'honest' && !isOffline && !isFull;

/** A round of twenty wallets has some hundred moments; at a later one than there are it is over. */
const MOMENTS = 400;
const MINUTE = 60;

interface Spell {
  readonly until: number;
  readonly behind?: bigint;
  readonly conducts: readonly [Conduct, Conduct];
}

const calm: Spell = { until: 0, conducts: ['honest', 'honest'] };

/**
 * RPCs fail for a while, mostly a short one; where both do, it may be so long that nothing is known any more.
 * @param haste how many times as often as in the day things happen, to see much in a short time
 */
export function forecasts(random: () => number, haste: number): (now: number) => Forecast {
  let spell = calm;
  let offlineUntil = 0;
  const chance = (share: number) => random() < share;
  const anyOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // An RPC of another chain is left alone for an hour, and two of them would be an hour of nothing. Two liars can agree.
  const shared = conducts.filter((each) => each !== 'otherChain' && each !== 'lies');

  function spellFrom(now: number): Spell {
    const [who, share] = [random(), random()];
    if (who < 0.5) return { until: now + share * 4 * MINUTE, conducts: [anyOf(conducts), 'honest'] };
    if (who < 0.7) return { until: now + share * 4 * MINUTE, conducts: ['honest', anyOf(conducts)] };
    const [minutes, one, other] = [chance(0.25) ? 35 : 5, anyOf(shared), anyOf(shared)];
    return { until: now + share * minutes * MINUTE, conducts: [one, chance(0.5) ? one : other] };
  }

  return (now) => {
    if (now >= spell.until)
      spell = chance(0.08 * haste) ? { ...spellFrom(now), behind: chance(0.5) ? 2n : 0n } : calm;
    if (now >= offlineUntil && chance(0.004)) offlineUntil = now + random() * 20 * MINUTE;
    const whim = random();
    return {
      conducts: spell.conducts,
      behind: spell.behind ?? 0n,
      lie: BigInt(103 + Math.floor(random() * 30)),
      isOffline: now < offlineUntil,
      isMute: chance(0.02),
      isFull: chance(0.01),
      kill: chance(0.04 * haste) ? Math.floor(random() * MOMENTS) : null,
      sleep: chance(0.002) ? Math.floor(random() * 120) * MINUTE : 0,
      jump: chance(0.006 * haste) ? anyOf([0.9, 0.94, 1.05, 1.1]) : 1,
      whose: random(),
      act: whim < 0.03 ? 'owner' : whim > 0.8 ? 'liquidator' : null,
    };
  };
}
