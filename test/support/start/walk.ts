import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { movePrice } from '../../devpage/prices';
import { disagreements } from './compare';
import { askContract } from './contract';
import { exactPrice, observe, type Surfaces } from './observe';
import { printStep, printTitles } from './report';
import type { Stage } from './stage';
import { fallAndReturn, type Step } from './steps';

const pictures = fileURLToPath(new URL('../../out/start/', import.meta.url));
const PATIENCE_MS = 15_000;

/** Lets the price fall until the contract liquidates, and back; returns 1 if the extension ever disagreed. */
export async function walk(stage: Stage): Promise<number> {
  const { world, browser, page } = stage;
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  // Without it a second of interest would move the exact price between reading and reaching it.
  await world.chain.freezeTime();
  await page.getByRole('button', { name: 'Connect' }).click();
  await browser.waitForBadge(page, ({ level }) => level !== 'unknown');
  const tab = await browser.tabId(page);
  const surfaces = { browser, page, tab, popup: await browser.openPopup() };

  const lastSafe = await exactPrice(surfaces.popup, 'ETH');
  printTitles();
  let wrong = 0;
  for (const step of fallAndReturn(await world.chain.price('WETH'), lastSafe)) {
    wrong += await take(stage, surfaces, step);
  }
  console.log(
    `\n${wrong === 0 ? 'The extension and the contract agreed at every step' : `${wrong} DISAGREEMENTS`}.`,
  );
  console.log('Screenshots: test/out/start/');
  return wrong === 0 ? 0 : 1;
}

async function take({ world }: Stage, surfaces: Surfaces, step: Step): Promise<number> {
  await movePrice(world.chain, 'WETH', step.price);
  const answer = await askContract(world);
  let seen = await observe(surfaces);
  const end = Date.now() + PATIENCE_MS;
  while (disagreements(seen, answer).length > 0 && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 200));
    seen = await observe(surfaces);
  }
  const found = disagreements(seen, answer);
  if (step.liquidates !== null && step.liquidates !== answer.liquidates) {
    found.push(
      `the price shown is not the contract's: it ${answer.liquidates ? 'liquidates' : 'refuses'} here`,
    );
  }
  printStep(step, seen, answer, found);
  await takePictures(surfaces, step);
  return found.length;
}

async function takePictures({ browser, page, popup }: Surfaces, { name }: Step): Promise<void> {
  const picture = (of: Page, what: string) =>
    of.screenshot({ path: `${pictures}${name.replaceAll(' ', '-')}.${what}.png` });
  await picture(page, 'badge');
  await browser.clickBadge(page);
  await picture(page, 'card');
  await page.keyboard.press('Escape');
  await picture(popup, 'popup');
}
