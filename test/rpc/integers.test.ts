import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position } from '../../src/model/position';
import type { Risk } from '../../src/model/risk';
import { assess } from '../../src/risk/assess';
import { positionCard } from '../../src/view/positionCard';
import { type Localnet, startLocalnet } from '../localnet/start';
import { subjects } from './subjects';
import { replayed, type Transcript, withWord, wordsOf } from './transcript';

const SEED = 20261121;
const RUNS = 600;
const BUDGET_MS = 50;

let net: Localnet;
beforeAll(async () => {
  net = await startLocalnet();
});
afterAll(() => net.stop());

/** Any 32-byte word, with those in plenty that are the edge of something. */
const anyWord = fc.oneof(
  fc.bigInt(0n, 2n ** 256n - 1n),
  fc
    .tuple(fc.nat(255), fc.integer({ min: -1, max: 1 }))
    .map(([bits, off]) => BigInt.asUintN(256, 2n ** BigInt(bits) + BigInt(off))),
  fc.nat(77).map((digits) => BigInt.asUintN(256, 10n ** BigInt(digits))),
  fc.bigInt(0n, 300n),
);

interface Seen {
  readonly position: Position;
  readonly risk: Risk;
}

/** What would be shown; nothing where it is refused. */
function shown(transcript: Transcript): Seen[] {
  let positions: readonly Position[];
  try {
    positions = replayed(transcript).positions;
  } catch {
    return [];
  }
  return positions.flatMap((position) => {
    try {
      const risk = assess(position);
      positionCard(position, risk, 'Ethereum', { oracles: {}, now: 0 });
      return [{ position, risk }];
    } catch {
      return []; // the card says that it is unknown
    }
  });
}

/** Milliseconds of this process, so that others on the machine do not count; the better of two, for the sake of the collector. */
function cost(work: () => void): number {
  const once = () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const first = once();
  return first <= BUDGET_MS ? first : Math.min(first, once());
}

/** All that is read of it; numbers in a card only place a needle. */
function texts({ position, risk }: Seen): string {
  const card = positionCard(position, risk, 'Ethereum', { oracles: {}, now: 0 });
  return JSON.stringify(card, (_, value) => (typeof value === 'number' ? 0 : value));
}

const healthOf = ({ risk }: Seen): string | null => (risk.kind === 'borrowing' ? risk.healthFactor : null);

/** These contracts tell their own health factor in the same answer: no word alone makes a figure look better unmarked. */
const TELLS_HEALTH = ['aaveV2', 'aaveV3', 'aaveV4'];

describe.each(Object.keys(subjects))('threat: unbounded integers, %s', (name) => {
  let sound: Transcript;
  beforeAll(async () => {
    sound = await subjects[name]!(net);
    shown(sound); // warm
  });

  it(`any word anywhere in an answer takes no more than ${BUDGET_MS} ms and shows nothing without an end (seed ${SEED})`, () => {
    const health = healthOf(shown(sound)[0]!);
    expect(health).not.toBeNull();
    const places = wordsOf(sound);
    expect(places.length).toBeGreaterThan(10);
    let [refused, read] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(...places), anyWord, ({ key, word }, value) => {
        const altered = withWord(sound, key, word, value);
        expect(cost(() => shown(altered))).toBeLessThanOrEqual(BUDGET_MS);
        const all = shown(altered);
        if (all.length === 0) refused++;
        else read++;
        for (const each of all) {
          for (const { decimals, priceDecimals } of [...each.position.collateral, ...each.position.debt]) {
            expect(decimals).toBeLessThanOrEqual(36);
            expect(priceDecimals).toBeLessThanOrEqual(72); // Morpho's are 36 and those of one token less those of the other
          }
          expect(texts(each)).not.toMatch(/Infinity|NaN|∞|undefined|\de\+\d/);
          expect(healthOf(each) ?? '0').toMatch(/^\d+(\.\d+)?$/);
          if (TELLS_HEALTH.includes(name) && each.position.agrees) expect(healthOf(each)).toBe(health);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(Math.min(refused, read)).toBeGreaterThan(RUNS / 100);
  });
});
