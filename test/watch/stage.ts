import { type Address, type Hex, parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
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
}

/** The chain with a loan of each owner, 10 ether on Aave's Core market; the RPCs that lead to it; an empty browser. */
export function stageLoans({ owners, owed, secondsAgo }: Loans): Stage {
  const stage = {} as { -readonly [part in keyof Stage]: Stage[part] };
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
