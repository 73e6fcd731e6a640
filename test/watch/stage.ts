import { type Address, type Hex, parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { refresh } from '../../src/watch/refresh';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

interface Noted {
  readonly shown: Shown[];
  refuses: boolean;
}

/** The browser's notifications: what was shown, in order. A stand-in for the browser's border alone. */
function noteNotices(): Noted {
  const noted: Noted = { shown: [], refuses: false };
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(((id: string, options: Shown) => {
    if (noted.refuses) return Promise.reject(new Error('The browser shows none now.'));
    noted.shown.push({ id, title: options.title, message: options.message });
    return Promise.resolve(id);
  }) as never);
  return noted;
}

interface Loans {
  readonly owners: readonly Address[];
  /** What each of them owes, in dollars. */
  readonly owed: number;
  /** How long before now the chain's time begins: blocks of the future are not believed. Without it, now. */
  readonly secondsAgo?: number;
}

/** What the tests of a file share; each of them finds it as the first did. */
export interface Stage {
  readonly localnet: Localnet;
  readonly rpcs: Rpcs;
  readonly noted: Noted;
  /** So many seconds later ether costs so many dollars, and owners are read: if not told which, the first. */
  readAt(price: number, seconds?: number, accounts?: readonly Address[]): Promise<void>;
  /** Of the notices that were shown. */
  titles(): string[];
}

/** The chain with a loan of each owner, 10 ether on Aave's Core market; the RPCs that lead to it; an empty browser. */
export function stageLoans({ owners, owed, secondsAgo }: Loans): Stage {
  const stage = {
    async readAt(price, seconds = 60, accounts = owners.slice(0, 1)) {
      await stage.localnet.advance(seconds);
      await stage.localnet.setPrice('WETH', BigInt(price) * 100_000_000n);
      await refresh(1, accounts);
    },
    titles: () => stage.noted.shown.map(({ title }) => title),
  } as { -readonly [part in keyof Stage]: Stage[part] };
  let opened: Hex;
  beforeAll(async () => {
    const begin = secondsAgo === undefined ? {} : { timestamp: Math.floor(Date.now() / 1000) - secondsAgo };
    stage.localnet = await startLocalnet(begin);
    for (const owner of owners) {
      await stage.localnet.supply('Core', owner, 'WETH', parseUnits('10', 18));
      await stage.localnet.borrow('Core', owner, 'USDC', parseUnits(`${owed}`, 6));
    }
  });
  afterAll(() => stage.localnet.stop());
  beforeEach(async () => {
    fakeBrowser.reset();
    opened = await stage.localnet.snapshot();
    stage.rpcs = leadRpcsTo(stage.localnet.url);
    stage.noted = noteNotices();
  });
  afterEach(async () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    await stage.localnet.revert(opened);
  });
  return stage;
}
