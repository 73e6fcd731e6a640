import { expect, test } from 'vitest';
import { books } from '../../../test/ui/books';
import { positionsOf } from './book';

const shown = (name: 'several' | 'partial' | 'unknown' | 'nothing') =>
  positionsOf(books[name]).map(({ position }) => `${position.word} ${position.healthFactor}`);

test('the worst comes first, what a page showed after what is watched', () => {
  expect(shown('several')).toEqual(['Critical 1.043', 'Watch ≈1.44', 'Safe no debt', 'Low 1.19']);
});

test('a market that could not be read stands before one to watch', () => {
  expect(shown('partial')).toEqual(['Unknown ?', 'Watch ≈1.44']);
});

test('an account without positions still has its word', () => {
  expect(shown('unknown')).toEqual(['Unknown ?']);
  expect(shown('nothing')).toEqual(['Safe no debt']);
});
