import { assess } from '../../src/risk/assess';
import { stress } from '../../src/risk/stress';
import { changes } from '../../src/view/changes';
import { stressWords } from '../../src/view/stressWords';
import { wayOut } from '../../src/view/wayOut';
import { mostAt, slotOf, tryOut, untouched } from '../../src/view/whatIf';
import { aavePositions } from './positions';
import type { Table } from './table';
import { medianMicroseconds } from './timing';

const SEED = 20261121;

/** Milliseconds of what the position screen computes when something on it is changed. */
export function whatIf(): Table {
  const rows = (
    [
      [1, 1],
      [3, 2],
      [20, 10],
    ] as const
  ).map(([supplied, borrowed]) => {
    const subjects = aavePositions(supplied, borrowed, SEED).map((position) => {
      const repaid = { [slotOf('debt', 0)]: { kind: 'repay', text: '1.5' } } as const;
      return {
        position,
        before: assess(position),
        draft: { ...untouched, steps: -210_000, entries: repaid },
      };
    });
    const times = [
      medianMicroseconds(subjects, ({ position, before, draft }) =>
        changes(before, assess(tryOut(position, draft).after), position),
      ),
      medianMicroseconds(subjects, ({ position, draft }) =>
        mostAt(position, draft, { side: 'debt', place: 0 }, '0.2'),
      ),
      medianMicroseconds(subjects, ({ position }) => wayOut(position, '0.2')),
      medianMicroseconds(subjects, ({ position }) => stressWords(stress(position), '')),
    ];
    return [`${supplied} collateral, ${borrowed} debt`, ...times.map((micro) => (micro / 1000).toFixed(2))];
  });
  return {
    title: `Milliseconds on one thread, median; 20 Aave v3 positions of each kind, seed ${SEED}`,
    head: ['', 'what-if update', 'most to borrow', 'way out', 'stress test'],
    rows,
    notes: ['what-if update: actions, prices, whole assessment and its words, at each move of the slider.'],
  };
}
