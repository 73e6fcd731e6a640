import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../test/support/speak';
import { reasonWords, sentence } from './reasonWords';
import { typedWords } from './typedWords';

afterEach(() => speak('en-US'));

/** As src/protocols/<id>/rules*.ts and src/risk/rescue.ts give them. */
const reasons = [
  'there is no such asset in the position',
  'it is more than the collateral lets you borrow',
  'it would make the position liquidatable',
  'it does not count as collateral',
  'nothing counts as collateral',
  'repaying all of it is not enough',
  'no amount of it is enough',
  'the pool is paused',
  'WETH is paused',
  'USDC is frozen',
  'AMPL is inactive',
  'GHO is in its grace period until 2026-11-21 09:30 UTC',
  'BAL has to be withdrawn first',
  'the hub of USDC is closed to this spoke',
  'Compound lends no more REP',
  'Compound has paused withdrawals and loans in this market',
  'Compound has paused supplies and repayments in this market',
  'There is no collateral to seize.',
  'Liquidations are paused in Compound v2.',
  'Liquidations are paused in this market.',
];

/** As src/risk gives them of what is typed. */
const mistakes = [
  'Enter a number.',
  'Not less than 0.',
  'Write it with a point and without commas, like 1250.50.',
  'Not a number. Write it like 1250.50.',
  'Too large.',
  'At most 8 digits after the point.',
  'At most 100%.',
  'Name the asset.',
  'Name the lender.',
  'Name the currency.',
  'Choose a day.',
  'Not after today.',
  'A whole number of days, up to 999.',
  'Not more than the liquidation threshold.',
  'ETH has another price above.',
  'The tiers must rise from start to margin call to liquidation, up to 100%.',
  'The loan must be a number, like 1250.50.',
  'The rate must be a number, like 1250.50.',
  'The amount of BTC must be a number, like 1250.50.',
  'The price of BTC must be a number, like 1250.50.',
  'A tier must be a number, like 1250.50.',
  '“soon” is not a day. Write it like 2026-12-01.',
];

describe.each([
  ['a reason', reasons, reasonWords],
  ['a mistake', mistakes, typedWords],
])('%s', (_, codes, words) => {
  it.each(codes)('is the same in English, and other words elsewhere: %s', (code) => {
    expect(words(code)).toBe(code);
    for (const language of ['es', 'ar']) {
      speak(language);
      expect(words(code)).not.toBe(code);
      // Nothing is left of the English sentence but the names in it.
      expect(words(code)).not.toMatch(/\b(the|is|of|it|must|not|at)\b/i);
    }
  });

  it('that is none of ours is shown as it is', () => {
    speak('es');
    expect(words('execution reverted')).toBe('execution reverted');
  });
});

it('names stay as they are', () => {
  speak('es');
  expect(reasonWords('WETH is paused')).toBe('WETH está en pausa');
  expect(sentence(reasonWords('it does not count as collateral'))).toBe('No cuenta como garantía.');
});
