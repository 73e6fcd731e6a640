import { describe, expect, it } from 'vitest';
import { marketIn } from './market';

const ID = `0x9103c3b4e834476c9a62ea009ba2c884ee42e94e6e314a26f04d312434191836`;
const at = (url: string) => marketIn(new URL(url));

describe('the market of a page', () => {
  it.each([
    `https://app.morpho.org/base/market/${ID}/cbbtc-usdc`,
    `https://app.morpho.org/base/market/${ID}`,
    `https://app.morpho.org/ethereum/market/${ID}/?tab=position#top`,
    `https://app.morpho.org/world-chain/market/0x${ID.slice(2).toUpperCase()}/x`,
  ])('is in %s', (url) => {
    expect(at(url)).toBe(ID);
  });

  it.each([
    'https://app.morpho.org/base/borrow',
    `https://app.morpho.org/base/vault/${ID}/x`,
    `https://app.morpho.org/base/market/${ID}00/x`,
    `https://app.morpho.org/base/market/${ID.slice(0, -1)}/x`,
    `https://app.morpho.org/a/b/market/${ID}/x`,
    `https://app.morpho.org/base?next=/base/market/${ID}/x`,
    `https://app.aave.com/base/market/${ID}/x`,
  ])('is not in %s', (url) => {
    expect(at(url)).toBeNull();
  });
});
