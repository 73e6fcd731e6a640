import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = Number(process.env.SEED ?? 20261121);
const WANTED = 10_000;

it(`gives the verdict and the health factor of Aave v2 on 10,000 random positions (seeds from ${SEED})`, async () => {
  let compared = 0;
  // A chain of its own for each batch: one with a thousand borrowers grows slow.
  for (let batch = 0; compared < WANTED; batch++) {
    const { positions } = await compareReplica(100, SEED + batch);
    expect(positions).toBeGreaterThan(0);
    compared += positions;
  }
}, 1_200_000);
