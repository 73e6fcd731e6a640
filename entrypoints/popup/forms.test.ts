import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { KeptTerm } from '../../src/model/lender';
import { newDraft } from '../../src/risk/loanDraft';
import { formHandlers, readForms } from './forms';

const loan = (id: string, name = id): KeptTerm => ({
  kind: 'term',
  id,
  name,
  currency: 'USDC',
  yearlyRate: '0',
  principal: '1',
  nextPayment: null,
  dueDate: '2027-02-28',
  graceDays: 0,
});
const names = async () => (await readForms()).loans.map(({ name }) => name);

beforeEach(() => fakeBrowser.reset());

it('adds, changes in place and deletes', async () => {
  await formHandlers.save(loan('a'));
  await formHandlers.save(loan('b'));
  await formHandlers.save(loan('a', 'changed'));
  expect(await names()).toEqual(['changed', 'b']);
  await formHandlers.remove('a');
  expect(await names()).toEqual(['b']);
});

it('loses nothing of what it cannot read, until it is told to', async () => {
  await fakeBrowser.storage.local.set({ loans: { version: 1, loans: [{ id: 'odd' }], setAside: [] } });
  await formHandlers.save(loan('a'));
  expect(await readForms()).toMatchObject({ loans: [{ id: 'a' }], setAside: [{ id: 'odd' }] });
  await formHandlers.clear();
  expect(await readForms()).toMatchObject({ loans: [{ id: 'a' }], setAside: [] });
  await fakeBrowser.storage.local.set({ loans: 'damaged' });
  await formHandlers.save(loan('b'));
  expect(await readForms()).toMatchObject({ loans: [{ id: 'b' }], setAside: ['damaged'] });
});

it('keeps what is typed, and forgets it when it is told to', async () => {
  const calculator = [{ side: 'debt', symbol: 'x', value: '1,5' }] as const;
  const draft = newDraft('2026-11-18');
  await formHandlers.calculator(calculator);
  await formHandlers.draft(draft);
  expect(await readForms()).toMatchObject({ calculator, draft });
  await formHandlers.calculator(null);
  await formHandlers.draft(null);
  expect(await readForms()).toMatchObject({ calculator: null, draft: null });
});
