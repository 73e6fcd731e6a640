// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { guard } from './guard';

const settle = () => new Promise((done) => setTimeout(done, 10));

function guarded() {
  const host = document.createElement('div');
  document.documentElement.append(host);
  const givenUp = vi.fn();
  return { host, givenUp, stop: guard(document, host, givenUp) };
}

test('a host that the page removes or moves is put back three times, then left (fault 48)', async () => {
  const { host, givenUp } = guarded();
  for (const away of [() => host.remove(), () => document.body.append(host), () => host.remove()]) {
    away();
    await settle();
    expect(host.parentNode).toBe(document.documentElement);
  }
  expect(givenUp).not.toHaveBeenCalled();
  host.remove();
  await settle();
  expect(host.parentNode).toBeNull();
  expect(givenUp).toHaveBeenCalledTimes(1);
});

test('other changes of the page count for nothing', async () => {
  const { host, givenUp, stop } = guarded();
  for (let time = 0; time < 5; time += 1) {
    document.documentElement.append(document.createElement('div'));
    await settle();
  }
  expect(host.isConnected).toBe(true);
  expect(givenUp).not.toHaveBeenCalled();
  stop();
});

test('once stopped, it leaves the host where the page puts it', async () => {
  const { host, stop } = guarded();
  stop();
  host.remove();
  await settle();
  expect(host.isConnected).toBe(false);
});
