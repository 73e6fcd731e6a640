import type { Stage } from './stage';

const BLOCK_EVERY_MS = 12_000;

/** The browser is the user's until they close it; the chain goes on as the real one does. */
export async function show({ world, browser, page }: Stage): Promise<number> {
  const closed = new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  const blocks = setInterval(() => void world.chain.mine().catch(() => undefined), BLOCK_EVERY_MS);
  await page.bringToFront();
  console.log(
    [
      '',
      'The browser is open on a local lending page. Press Connect: the badge shows your position.',
      'Drag the prices, supply, borrow, repay, withdraw. Close the browser or press Ctrl-C to end.',
    ].join('\n'),
  );
  await closed;
  clearInterval(blocks);
  return 0;
}
