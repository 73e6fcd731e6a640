import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { fileText, planOf } from './file';

const { local } = fakeBrowser.storage;
const one = `0x${'ab'.repeat(20)}`;
const two = `0x${'cd'.repeat(20)}`;
const wallet = (address: string, label = '') => ({
  address,
  watched: true,
  seenOn: null,
  label,
  chains: null,
});
const term = {
  kind: 'term',
  id: 'a',
  name: 'Maple',
  currency: 'USDC',
  yearlyRate: '0',
  principal: '1',
  nextPayment: null,
  dueDate: '2027-02-28',
  graceDays: 0,
};

/** Something of everything that a user may have entered. */
const everything = {
  wallets: [wallet(one, 'Main')],
  wallets$: { v: 2 },
  networks: [1, 100],
  alertChoices: {
    levels: { volatile: ['0.5', '0.3', '0.1'], pegged: ['0.08', '0.04', '0.02'] },
    ownLevels: { key: ['0.3', '0.2', '0.1'] },
    fastDrop: null,
    parameters: false,
    opened: true,
    oracles: true,
    quiet: { from: '22:00', to: '07:00' },
  },
  snoozes: { key: 1_800_000_000_000 },
  rpcs: { 1: ['https://rpc.example.org/v1', 'http://127.0.0.1:8545/'] },
  verify: false,
  scheme: 'dark',
  loans: { version: 1, loans: [term], setAside: ['damaged'] },
  'form:calculator': [{ side: 'debt', symbol: 'x', value: '1,5' }],
  'place:app.aave.com': { right: 1, bottom: 2, folded: true, hidden: true },
  history: [{ id: 'a', level: 'low', title: 'Low', message: 'Repay.', at: 1 }],
};

const saved = () => fileText(new Date('2026-11-21'));
const stored = () => local.get(null);
const altered = async (change: (file: { plimsoll: number; items: Record<string, unknown> }) => void) => {
  const file = JSON.parse(await saved());
  change(file);
  return JSON.stringify(file);
};

beforeEach(async () => {
  fakeBrowser.reset();
  await local.set(everything);
});

it('everything that was entered comes back where nothing is', async () => {
  const text = await saved();
  await local.clear();
  const plan = await planOf(text);
  expect(plan.changes).toHaveLength(11);
  expect(plan.changes).toContain('Watched wallets: 1 more');
  expect(await stored()).toEqual({});
  await plan.run();
  expect(await stored()).toMatchObject(everything);
});

it('a file that says what is here already changes nothing', async () => {
  expect((await planOf(await saved())).changes).toEqual([]);
});

it('nothing that is here is lost, and where both speak the file is right', async () => {
  const text = await saved();
  await local.set({
    wallets: [wallet(one.toUpperCase().replace('0X', '0x'), 'Old name'), wallet(two)],
    snoozes: { other: 5 },
    rpcs: { 10: ['https://other.example.org/'] },
    loans: {
      version: 1,
      loans: [
        { ...term, name: 'Old' },
        { ...term, id: 'b' },
      ],
      setAside: [],
    },
    history: [{ ...everything.history[0], at: 9 }],
  });
  await (await planOf(text)).run();
  expect(await stored()).toMatchObject({
    wallets: [wallet(two), wallet(one, 'Main')],
    snoozes: { other: 5, ...everything.snoozes },
    rpcs: { 10: ['https://other.example.org/'], ...everything.rpcs },
    loans: { loans: [{ ...term, id: 'b' }, term], setAside: ['damaged'] },
    history: [{ at: 9 }, { at: 1 }],
  });
});

describe('a file that is not whole is refused, and nothing is changed', () => {
  const refuses = async (text: string, words: string) => {
    const before = await stored();
    await expect(planOf(text)).rejects.toThrow(words);
    expect(await stored()).toEqual(before);
  };

  it.each(['', 'hello', '[]', '{}', '{"plimsoll":"1","items":{}}', '{"plimsoll":1}', 'null'])('%s', (text) =>
    refuses(text, 'This file is not one that Plimsoll has saved.'),
  );

  it('because it is cut off', async () => {
    await refuses((await saved()).slice(0, -9), 'not one that Plimsoll has saved');
  });

  it('because a newer Plimsoll has saved it', async () => {
    const text = await altered((file) => {
      file.plimsoll = 2;
    });
    await refuses(text, 'This file was saved by a newer version of Plimsoll.');
  });

  it.each([
    ['wallets', [{ address: '0x1' }], 'Watched wallets'],
    ['rpcs', { 1: ['http://evil.example'] }, 'Endpoints'],
    ['rpcs', { 1: ['https://me:secret@rpc.example.org'] }, 'Endpoints'],
    ['alertChoices', { levels: {} }, 'Alerts'],
    ['networks', 'all', 'Networks'],
    ['loans', { version: 1, loans: [{ ...term, principal: 'much' }], setAside: [] }, 'Loans entered by hand'],
    ['places', { 'app.aave.com': { right: -1 } }, 'Places of the badge'],
    ['history', [{ id: 'a', level: 'calm' }], 'What you were told'],
    ['scheme', 'pink', 'Colours'],
  ])('because its part %s is damaged', async (name, value, words) => {
    const text = await altered(({ items }) => {
      items[name] = value;
    });
    await refuses(text, `The part “${words}” of this file is damaged.`);
  });
});
