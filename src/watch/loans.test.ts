import { afterEach, expect, it } from 'vitest';
import { speak } from '../../test/support/speak';
import type { LoanCard } from '../view/loanCard';
import { headlineOf } from './loans';

afterEach(() => speak('en-US'));

const card: LoanCard = {
  ...{ id: 'a', title: 'Ledn', level: 'watch', word: 'Watch', figure: '', healthFactor: '', alarm: null },
  ...{ figureName: 'Loan-to-value now', facts: [], tiers: [], notes: [] },
};

it('a loan-to-value on the icon is rounded up, whatever mark it is written with', () => {
  const face = (figure: string) => headlineOf({ ...card, figure }).healthFactor;
  expect([face('50.1%'), face('50.0%')]).toEqual(['51%', '50%']);
  speak('es');
  expect([face('50,1\u00a0%'), face('50,0\u00a0%'), face('vence en 3 días')]).toEqual(['51%', '50%', 'pago']);
});
