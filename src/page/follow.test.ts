// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountHint } from '../model/snapshot';
import { followPage } from './follow';

const A = `0x${'a'.repeat(40)}`;
const B = `0x${'b'.repeat(40)}`;

interface Question {
  readonly accounts: readonly AccountHint[];
  answer(view: string): void;
  fail(): void;
}

const watching = (address: string | null) => {
  if (address) localStorage.setItem('readOnlyModeAddress', address);
  else localStorage.removeItem('readOnlyModeAddress');
};

/** As wagmi keeps a connected account. */
const onChain = (chainId: number) => {
  const connector = { id: 'io.w', name: 'W', type: 'injected', uid: 'u' };
  const value = [['u', { accounts: [A], chainId, connector }]];
  const state = { connections: { __type: 'Map', value }, chainId, current: 'u' };
  localStorage.setItem('wagmi.store', JSON.stringify({ state, version: 2 }));
};

const setUp = () => {
  const state = { alive: true, visible: true, ready: true };
  const questions: Question[] = [];
  const badge = { update: vi.fn(), remove: vi.fn() };
  const mount = vi.fn(() => badge);
  Object.defineProperty(document, 'visibilityState', {
    get: () => (state.visible ? 'visible' : 'hidden'),
    configurable: true,
  });
  Object.defineProperty(document, 'readyState', {
    get: () => (state.ready ? 'complete' : 'loading'),
    configurable: true,
  });
  const stop = followPage<string>({
    window: Object.assign(Object.create(window), {
      document,
      localStorage,
      addEventListener: window.addEventListener.bind(window),
      setInterval: setInterval.bind(globalThis),
      clearInterval: clearInterval.bind(globalThis),
      setTimeout: setTimeout.bind(globalThis),
    }),
    send: (accounts) =>
      new Promise((answer, reject) => {
        questions.push({ accounts, answer, fail: () => reject(new Error('worker stopped')) });
      }),
    mount,
    alive: () => state.alive,
    now: () => Date.now(),
  });
  const asked = () => questions.map(({ accounts }) => accounts[0]?.address ?? null);
  const answer = async (index: number, view: string) => {
    questions[index]?.answer(view);
    await vi.advanceTimersByTimeAsync(0);
  };
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  return { state, questions, badge, mount, stop, asked, answer, pass };
};

let page: ReturnType<typeof setUp>;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  watching(A);
  page = setUp();
});

afterEach(() => {
  page.stop();
  vi.useRealTimers();
});

describe('a visible lending page', () => {
  it('is looked at when it opens, then every three seconds', async () => {
    await page.pass(100);
    expect(page.asked()).toEqual([A]);
    await page.answer(0, 'first');
    await page.pass(2_000);
    expect(page.asked()).toHaveLength(1);
    await page.pass(1_500);
    expect(page.asked()).toHaveLength(2);
    expect(page.badge.update).toHaveBeenCalledExactlyOnceWith('first');
  });

  it('without an account is looked at all the same', async () => {
    watching(null);
    await page.pass(100);
    expect(page.questions[0]?.accounts).toEqual([]);
  });

  it('has one look in flight at a time', async () => {
    await page.pass(10_000);
    expect(page.asked()).toHaveLength(1);
  });

  it('gives up on an answer that never comes, and drops it when it does', async () => {
    await page.pass(25_000);
    expect(page.asked()).toHaveLength(2);
    await page.answer(0, 'late');
    expect(page.mount).not.toHaveBeenCalled();
  });

  it('is asked about again at the next tick when the worker was stopped', async () => {
    await page.pass(100);
    page.questions[0]?.fail();
    await page.pass(1_100);
    expect(page.asked()).toEqual([A, A]);
    await page.answer(1, 'back');
    expect(page.badge.update).toHaveBeenCalledWith('back');
  });

  it('has one badge through many views', async () => {
    await page.pass(100);
    for (let index = 0; index < 5; index += 1) {
      await page.answer(index, `${index}`);
      await page.pass(3_000);
    }
    expect(page.mount).toHaveBeenCalledTimes(1);
    expect(page.badge.update).toHaveBeenCalledTimes(5);
  });

  it('that is not parsed yet gets its badge when it is', async () => {
    page.state.ready = false;
    await page.pass(100);
    await page.answer(0, 'early');
    expect(page.mount).not.toHaveBeenCalled();
    page.state.ready = true;
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(page.badge.update).toHaveBeenCalledWith('early');
  });
});

describe('a switch of account', () => {
  it('drops the answer about the one before, and asks about the new one (fault 46)', async () => {
    await page.pass(100);
    watching(B);
    await page.pass(1_000);
    await page.answer(0, 'about A');
    expect(page.mount).not.toHaveBeenCalled();
    await page.pass(600);
    expect(page.asked()).toEqual([A, B]);
    await page.answer(1, 'about B');
    expect(page.badge.update).toHaveBeenCalledExactlyOnceWith('about B');
  });

  it('to another chain drops the answer about the one before, and asks about the new one (fault 47)', async () => {
    watching(null);
    onChain(1);
    await page.pass(100);
    onChain(8453);
    await page.pass(1_000);
    await page.answer(0, 'about Ethereum');
    expect(page.mount).not.toHaveBeenCalled();
    await page.pass(600);
    expect(page.questions.map(({ accounts }) => accounts)).toEqual(
      [1, 8453].map((chainId) => [{ address: A, chainId, how: 'connected' }]),
    );
    await page.answer(1, 'about Base');
    expect(page.badge.update).toHaveBeenCalledExactlyOnceWith('about Base');
  });

  it('takes the badge away until the new one is known', async () => {
    await page.pass(100);
    await page.answer(0, 'about A');
    watching(B);
    await page.pass(1_000);
    expect(page.badge.remove).toHaveBeenCalledTimes(1);
    await page.answer(1, 'about B');
    expect(page.mount).toHaveBeenCalledTimes(2);
  });

  it('without end asks no more than twice a second (fault 43)', async () => {
    for (let step = 0; step < 100; step += 1) {
      watching(`0x${step.toString(16).padStart(40, '0')}`);
      document.dispatchEvent(new Event('visibilitychange'));
      await page.pass(50);
      for (const question of page.questions) question.answer('x');
    }
    expect(page.asked().length).toBeLessThanOrEqual(11);
    expect(page.asked().length).toBeGreaterThanOrEqual(5);
  });
});

describe('a page that is not to be looked at', () => {
  it('is not, while it is hidden, and is at once when shown again', async () => {
    page.state.visible = false;
    await page.pass(10_000);
    expect(page.asked()).toEqual([]);
    page.state.visible = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await page.pass(60);
    expect(page.asked()).toEqual([A]);
  });

  it('is left for good when the extension was updated: no badge, no timer, no listener (fault 63)', async () => {
    await page.pass(100);
    await page.answer(0, 'view');
    page.state.alive = false;
    await page.pass(1_100);
    expect(page.badge.remove).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    page.state.alive = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await page.pass(5_000);
    expect(page.asked()).toHaveLength(1);
  });
});
