import { expect, it } from 'vitest';
import { rules } from '../../src/protocols/compoundV3/rules';
import type { CompoundV3Position } from '../../src/protocols/compoundV3/rules.position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { type CometVector, cometVectors, type Flip } from '../replay/comet';
import { atPrice, positionAt } from './readComet';

/** The range in which the flips were searched for. */
const HIGHEST = 2n ** 63n - 1n;

const borrowers = cometVectors.filter(({ truth }) => truth.flips.length > 0);

type Recorded = CometVector['truth']['flips'][number];

/** What every case of a flip was, so that the test tells if it stops to look at one. */
const seen = { price: 0, 'safe at every price': 0, 'liquidatable at every price': 0, 'revert Paused()': 0 };

function expectFlip(position: CompoundV3Position, { role, feed, price }: Recorded, flip: Flip): void {
  seen[flip.why ?? 'price']++;
  const find = (of: CompoundV3Position) =>
    liquidationPrices(of).find((each) => each.feed.toLowerCase() === feed);
  const now = find(position);
  expect(now).toMatchObject({ price, side: role === 'base' ? 'debt' : 'collateral' });
  if (flip.why === 'liquidatable at every price') {
    expect(now?.reason).toBe('already liquidatable');
    const line = rules.along(position)(now!.feed);
    expect([line.safe(1n), line.safe(HIGHEST)]).toEqual([false, false]);
  } else if (flip.why === 'safe at every price') {
    expect(now).toMatchObject({ direction: 'none', safe: null, liquidated: null, reason: flip.why });
  } else {
    const safe = BigInt(flip.safe!);
    const expected = {
      direction: role === 'base' ? 'above' : 'below',
      safe: flip.safe,
      liquidated: flip.liq,
      reason: null,
    };
    const isSafeNow = role === 'base' ? BigInt(price) <= safe : BigInt(price) >= safe;
    if (isSafeNow) expect(now).toMatchObject(expected);
    else expect(now).toMatchObject({ direction: 'none', reason: 'already liquidatable' });
    // And from any other price on the safe side, from where a liquidatable position has its price too.
    const far = role === 'base' ? safe / 3n + 1n : safe * 3n < HIGHEST ? safe * 3n : HIGHEST;
    expect(find(atPrice(position, feed, `${far}`))).toMatchObject({ ...expected, price: `${far}` });
  }
}

it.each(borrowers)('$id ($category): every flip of a real absorb, which accrues first', async (of) => {
  const position = await positionAt(of);
  expect(position.collateral.length + position.debt.length).toBe(of.truth.flips.length);
  for (const flip of of.truth.flips) {
    if (flip.absorb.why === 'revert Paused()') seen['revert Paused()']++;
    else expectFlip(position, flip, flip.absorb);
  }
});

it.each(borrowers)('$id ($category): every flip of the view, on the stored indices', async (of) => {
  const position = await positionAt(of, 'stored');
  for (const flip of of.truth.flips) expectFlip(position, flip, flip.view);
});

it('has looked at all of them: as many as the recording counts', () => {
  expect(seen).toEqual({
    price: 356,
    'safe at every price': 37,
    'liquidatable at every price': 2,
    'revert Paused()': 7,
  });
});
