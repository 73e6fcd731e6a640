import { describe, expect, it } from 'vitest';
import { isLending, lendingHosts, lendingMatches } from './hosts';
import { siteOf } from './site';

const at = (url: string) => new URL(url);

describe('the lending pages', () => {
  it('are found by their exact host, at any path', () => {
    for (const host of lendingHosts) expect(isLending(at(`https://${host}/a/b?c#d`))).toBe(true);
  });

  it.each([
    'https://aave.com/',
    'https://app.aave.com.evil.example/',
    'https://evil-app.aave.com/',
    'https://x.app.aave.com/',
    'http://app.aave.com/',
    'https://constructor/',
    'https://__proto__/',
    'about:blank',
  ])('are not %s', (url) => {
    expect(isLending(at(url))).toBe(false);
    expect(siteOf(at(url))).toBeNull();
  });

  it('are matched by the manifest without a wildcard in the host', () => {
    expect(lendingMatches).toHaveLength(10);
    for (const match of lendingMatches) expect(match).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
  });

  it('say what cannot be read there yet', () => {
    const read = [
      'app.aave.com',
      'pro.aave.com',
      'app.compound.finance',
      'v3-app.compound.finance',
      'app.morpho.org',
      'app.spark.fi',
    ];
    for (const host of read) expect(siteOf(at(`https://${host}/`))?.unread).toBeNull();
    const others = lendingHosts.filter((host) => !read.includes(host));
    expect(others).toContain('app.defisaver.com');
    for (const host of others) expect(siteOf(at(`https://${host}/`))?.unread).toMatch(/positions/);
  });
});
