import { describe, expect, it } from 'vitest';
import { readLimits, textsOf } from './limitFields';

const read = (watch: string, low: string, critical: string) => readLimits({ watch, low, critical });

describe('levels as they are typed', () => {
  it('are shares of the buffer, exactly', () => {
    expect(read('40', '20', '10')).toEqual({ limits: ['0.4', '0.2', '0.1'] });
    expect(read(' 12,5 ', '7.25', '0.01')).toEqual({ limits: ['0.125', '0.0725', '0.0001'] });
    expect(textsOf(['0.125', '0.0725', '0.0001'])).toEqual({ watch: '12.5', low: '7.25', critical: '0.01' });
  });

  it.each([
    ['20', '20', '10', ['watch']],
    ['20', '40', '10', ['watch']],
    ['40', '10', '10', ['low']],
    ['40', '10', '20', ['low']],
    ['40', '20', '0', ['critical']],
    ['5', '10', '20', ['low', 'watch']],
    ['100', '20', '10', ['watch']],
    ['40', '', '10', ['low']],
    ['40', '20', '-1', ['critical']],
    ['40', '20', '1e1', ['critical']],
    ['40', '20', '10%', ['critical']],
    ['x', 'y', 'z', ['watch', 'low', 'critical']],
  ])('%s, %s, %s are not in order: %j', (watch, low, critical, wrong) => {
    const found = read(watch, low, critical);
    expect('errors' in found ? Object.keys(found.errors).sort() : []).toEqual([...wrong].sort());
  });
});
