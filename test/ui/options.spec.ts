import type { Page } from '@playwright/test';
import { expect, test } from './stage';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openEthereum(page: Page) {
  await section(page, 'Networks and endpoints').locator('summary', { hasText: 'Ethereum' }).click();
  return section(page, 'Networks and endpoints').locator('details', { hasText: 'Ethereum' });
}

test('an endpoint is tried, in words', async ({ open }) => {
  const page = await open('?options=optionsOwn');
  const ethereum = await openEthereum(page);
  await ethereum.getByRole('button', { name: 'Test ethereum-rpc.publicnode.com' }).click();
  await expect(ethereum.getByText('Answers in 120 ms, block 12 s old, serves Ethereum.')).toBeVisible();
  await ethereum.getByRole('button', { name: 'Test eth.drpc.org' }).click();
  await expect(ethereum.getByText('It serves chain 137, not Ethereum.')).toBeVisible();
  await ethereum.getByRole('button', { name: 'Test 127.0.0.1:8545' }).click();
  await expect(ethereum.getByText('No use: it cannot be reached.')).toBeVisible();
});

test('what is wrong with the address of an endpoint is said while it is typed, and it is not added', async ({
  open,
}) => {
  const page = await open('?options=optionsFirst');
  const ethereum = await openEthereum(page);
  const field = ethereum.getByLabel('Your own endpoint for Ethereum', { exact: true });
  const add = ethereum.getByRole('button', { name: 'Add your endpoint for Ethereum' });
  for (const [typed, said] of [
    ['https:/', 'Paste the whole address.'],
    ['my node', 'This is not the address of an endpoint.'],
    ['http://rpc.example.org', 'It has to begin with https:// or wss://'],
    ['ws://rpc.example.org', 'It has to begin with https:// or wss://'],
    ['https://me:secret@rpc.example.org', 'It has a user name or a password in it.'],
    ['https://ETH.drpc.org/', 'This endpoint is in the list already.'],
  ] as const) {
    await field.fill(typed);
    await expect(ethereum.getByText(said)).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(add).toHaveAttribute('aria-disabled', 'true');
    await field.press('Enter');
    await expect(ethereum.getByRole('listitem')).toHaveCount(2);
  }
  await field.fill('https://refused.example.org');
  await field.press('Enter');
  await expect(ethereum.getByText('Not added: The browser does not let Plimsoll reach it.')).toBeVisible();
  await field.fill('http://127.0.0.1:8545');
  await field.press('Enter');
  await expect(ethereum.getByRole('listitem').first()).toContainText('http://127.0.0.1:8545/');
  await expect(field).toHaveValue('');
});

test('endpoints change places by keyboard, and the button keeps the focus', async ({ open }) => {
  const page = await open('?options=optionsFirst');
  const ethereum = await openEthereum(page);
  const hosts = () => ethereum.locator('.url').allTextContents();
  expect(await hosts()).toEqual(['ethereum-rpc.publicnode.com', 'eth.drpc.org']);
  await ethereum.getByRole('button', { name: 'Move eth.drpc.org up' }).press('Enter');
  await expect.poll(hosts).toEqual(['eth.drpc.org', 'ethereum-rpc.publicnode.com']);
  await expect(ethereum.getByRole('button', { name: 'Move eth.drpc.org up' })).toBeFocused();
  await ethereum.getByRole('button', { name: 'Remove eth.drpc.org' }).press('Enter');
  await expect.poll(hosts).toEqual(['ethereum-rpc.publicnode.com']);
  await ethereum.getByRole('button', { name: 'Remove ethereum-rpc.publicnode.com' }).press('Enter');
  expect(await hosts(), 'one has to stay').toEqual(['ethereum-rpc.publicnode.com']);
  await ethereum.getByRole('button', { name: 'Back to the usual endpoints' }).press('Enter');
  await expect.poll(hosts).toEqual(['ethereum-rpc.publicnode.com', 'eth.drpc.org']);
});

test('levels are kept while they are in order, and what is wrong is said beside them', async ({ open }) => {
  const page = await open('?options=optionsFirst');
  const levels = section(page, 'Alerts').getByRole('group', { name: 'Levels for positions that stand on' });
  const show = () =>
    levels.getByRole('textbox').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  expect(await show()).toEqual(['40', '20', '10']);
  await levels.getByLabel('Low below, %').fill('45');
  await expect(levels.getByText('Watch has to be above Low.')).toBeVisible();
  await expect(levels.getByText('Not saved')).toBeVisible();
  await levels.getByLabel('Critical below, %').fill('0');
  await expect(levels.getByText('Critical has to be above 0.')).toBeVisible();
  await levels.getByLabel('Critical below, %').fill('ten');
  await expect(levels.getByText('Enter a percentage below 100, such as 12.5.')).toBeVisible();
  await levels.getByLabel('Low below, %').fill('12,5');
  await levels.getByLabel('Critical below, %').fill('7.5');
  await expect(levels.getByText('Not saved')).toHaveCount(0);
  await expect(levels.locator('[aria-invalid="true"]')).toHaveCount(0);
});

test('nothing is deleted without being asked twice, by keyboard too', async ({ open }) => {
  const page = await open('?options=optionsOwn');
  const data = section(page, 'Your data');
  await data.getByRole('button', { name: 'Reset…' }).press('Enter');
  await expect(data.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(data.getByRole('button', { name: 'Reset…' })).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(data.getByText('Delete everything now?')).toBeVisible();
  await expect(data.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No wallet is watched yet.')).toBeVisible();
});

test('a file says what it would change before it does, and one that is none changes nothing', async ({
  open,
}) => {
  const page = await open('?options=optionsFirst');
  const data = section(page, 'Your data');
  const choose = (text: string) =>
    data.getByLabel('Bring back from a file').setInputFiles({
      name: 'plimsoll.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await choose('hello');
  await expect(data.getByText('Nothing was changed: This file is not one that Plimsoll')).toBeVisible();
  await choose('{}');
  await expect(data.getByText('Watched wallets: 2 more')).toBeVisible();
  await expect(data.getByRole('button', { name: 'Change it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(data.getByText('Done.')).toBeVisible();
});

test('fault 64: what keeps alerts from coming stands above everything, in settings and popup', async ({
  open,
}) => {
  const page = await open('?options=optionsTrouble');
  await expect(page.getByText('Notifications from Plimsoll are blocked')).toBeVisible();
  const popup = await open('?popup=muted');
  await expect(popup.getByText('Notifications from Plimsoll are blocked')).toBeVisible();
});

for (const [name, options] of [
  ['320 px wide', { viewport: { width: 320, height: 640 } }],
  ['at 200% text', { viewport: { width: 640, height: 800 } }],
] as const) {
  test(`everything has room ${name}`, async ({ open }) => {
    const page = await open('?options=optionsOwn', options);
    await page.evaluate((large) => {
      if (large) document.documentElement.style.fontSize = '200%';
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, name === 'at 200% text');
    const wide = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth - innerWidth,
      cut: [...document.querySelectorAll('main *')]
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
        .map((each) => each.outerHTML.slice(0, 80)),
    }));
    expect(wide).toEqual({ page: 0, cut: [] });
  });
}
