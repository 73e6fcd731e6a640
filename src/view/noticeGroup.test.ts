import { expect, it } from 'vitest';
import type { Notice } from '../model/alert';
import { grouped, noticePage } from './noticeGroup';

const OWNER = '0x00000000000000000000000000000000000000aa';
const KEY = `1:0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2:${OWNER}`;
const notice = (id: string, level: Notice['level'], healthFactor = '1.1'): Notice => ({
  id,
  level,
  healthFactor,
  title: `${level} ${id}`,
  message: `about ${id}`,
  at: 5,
});

it('one is told as it is, none as nothing', () => {
  expect(grouped([])).toBeNull();
  expect(grouped([notice('a', 'low')])).toEqual(notice('a', 'low'));
});

it('fault 66: many are one, the worst first, whatever order they came in', () => {
  const all = [
    notice('a', 'low'),
    notice('b', 'liquidatable'),
    notice('c', 'critical', '1.02'),
    notice('d', 'critical', '1.01'),
  ];
  const group = grouped(all)!;
  expect(group).toMatchObject({ level: 'liquidatable', title: '4 alerts. liquidatable b' });
  expect(group.message.split('\n')).toEqual(['about b', 'critical d', 'critical c', 'low a']);
  expect(grouped(all.toReversed())).toEqual(group);
});

it('fault 66: of a hundred the worst are named, and how many more there are', () => {
  const lines = grouped(Array.from({ length: 100 }, (_, index) => notice(`${index}`, 'low')))!.message.split(
    '\n',
  );
  expect(lines).toHaveLength(8);
  expect(lines.at(-1)).toBe('and 93 more');
});

it.each([
  [KEY, `popup.html?tab#position=${encodeURIComponent(KEY)}`],
  [`drop:${KEY}`, `popup.html?tab#position=${encodeURIComponent(KEY)}`],
  [`receipt:0x${'a'.repeat(64)}:${KEY}`, `popup.html?tab#position=${encodeURIComponent(KEY)}`],
  [`several:${KEY}`, 'popup.html?tab#positions'],
  [`blind:1:${OWNER}`, 'popup.html?tab#positions'],
  ['loan:abc', 'popup.html?tab#lenders'],
])('a click on %s leads to %s', (id, page) => {
  expect(noticePage(id)).toBe(page);
});
