import { describe, expect, it, vi } from 'vitest';
import { cardNow } from '../../src/watch/look';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { leadRpcsTo } from '../support/rpcs';
import { stageLoans } from './stage';

const OWNER = borrowerOf(1);
const stage = stageLoans({ owners: [OWNER], owed: 17_000, secondsAgo: 7_200 });

describe('without news from the chain', () => {
  const MINUTE = 60_000;
  const start = Date.now();

  async function silentAt(minutes: number) {
    vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
    vi.unstubAllGlobals();
    leadRpcsTo(null);
    await refresh(1, [OWNER]);
  }

  it('for a quarter of an hour the user is told, once, and again only after there was some (threat: silence)', async () => {
    await watch(OWNER);
    await refresh(1, [OWNER]);
    for (const minutes of [1, 5, 15]) await silentAt(minutes);
    expect(stage.noted.shown).toEqual([]);
    for (const minutes of [16, 17, 60]) await silentAt(minutes);
    expect(stage.noted.shown).toEqual([
      {
        id: `blind:1:${OWNER}`,
        title: expect.stringMatching(/^No news from Ethereum since \d/),
        message: expect.stringContaining('cannot be watched there. No usable answer from Ethereum.'),
      },
    ]);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    leadRpcsTo(stage.localnet.url);
    await stage.localnet.advance(60);
    await refresh(1, [OWNER]);
    for (const minutes of [70, 86]) await silentAt(minutes);
    expect(stage.noted.shown).toHaveLength(2);
  });

  it('a network that stands still answers, and counts as silent all the same (fault 34)', async () => {
    await watch(OWNER);
    await stage.localnet.advance(7200 - 60);
    await refresh(1, [OWNER]);
    const card = () => cardNow(OWNER, null);
    expect((await card()).level).not.toBe('unknown');
    const stillAt = async (minutes: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      await refresh(1, [OWNER]);
    };
    await stillAt(8);
    expect((await card()).level).not.toBe('unknown');
    for (const minutes of [11, 17]) await stillAt(minutes);
    const reason = /^The newest block of Ethereum was made 1\d min ago: the network stands still/;
    expect(await card()).toMatchObject({ level: 'unknown', reason: expect.stringMatching(reason) });
    expect(stage.noted.shown).toEqual([]);
    for (const minutes of [27, 28]) await stillAt(minutes);
    expect(stage.noted.shown.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^No news from Ethereum since \d/),
    ]);
    vi.useRealTimers();
    await stage.localnet.advance(10);
    await refresh(1, [OWNER]);
    expect((await card()).level).not.toBe('unknown');
  });

  it('RPCs that have fallen behind what is known are silent too (threat: silence)', async () => {
    await watch(OWNER);
    await stage.localnet.advance(7200 - 120);
    const behind = await stage.localnet.snapshot();
    await stage.localnet.advance(60);
    await refresh(1, [OWNER]);
    await stage.localnet.revert(behind);
    for (const minutes of [8, 11, 25]) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      await refresh(1, [OWNER]);
    }
    expect(stage.noted.shown).toEqual([]);
    for (const minutes of [27, 28]) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      await refresh(1, [OWNER]);
    }
    expect(stage.noted.shown.map(({ id }) => id)).toEqual([`blind:1:${OWNER}`]);
  });

  it('nothing is told where nothing is owed, nor while the machine is offline (fault 62)', async () => {
    await watch(borrowerOf(7));
    await refresh(1, [borrowerOf(7)]);
    await watch(OWNER);
    await refresh(1, [OWNER]);
    vi.stubGlobal('navigator', { onLine: false });
    const offline = globalThis.navigator;
    for (const minutes of [1, 20]) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      vi.unstubAllGlobals();
      vi.stubGlobal('navigator', offline);
      leadRpcsTo(null);
      await refresh(1, [OWNER]);
      await refresh(1, [borrowerOf(7)]);
    }
    expect(stage.noted.shown).toEqual([]);
  });

  it('the time that the machine was offline is no silence of the chain (fault 62)', async () => {
    await watch(OWNER);
    await refresh(1, [OWNER]);
    vi.stubGlobal('navigator', { onLine: false });
    await refresh(1, [OWNER]);
    for (const minutes of [60, 61, 74]) await silentAt(minutes);
    expect(stage.noted.shown).toEqual([]);
    await silentAt(75);
    expect(stage.noted.shown.map(({ id }) => id)).toEqual([`blind:1:${OWNER}`]);
  });
});
