import { expect, test } from 'vitest';
import { buffersAround, bufferText } from './buffers';

test.each(['0.2', '0.04'])('the usual buffer %s is among those to choose from', (usual) => {
  const offered = buffersAround(usual);
  expect(offered.map(({ share }) => share)).toContain(usual);
  for (const { share, text } of offered) expect(bufferText(share)).toBe(text);
});

test('a pair that moves together is offered less', () => {
  const ends = (usual: string) => [buffersAround(usual)[0]?.text, buffersAround(usual).at(-1)?.text];
  expect([ends('0.2'), ends('0.04')]).toEqual([
    ['5%', '60%'],
    ['1%', '20%'],
  ]);
});
