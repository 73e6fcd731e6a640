import { type Address, formatUnits, maxUint256 } from 'viem';
import { TOKENS } from '../../localnet/production';
import { type Holding, readAccount, readHoldings } from './market';

const number = (value: string, digits: number) =>
  Number(value).toLocaleString('en-US', { maximumFractionDigits: digits });
const dollars = (base: bigint) =>
  Number(formatUnits(base, 8)).toLocaleString('en-US', { style: 'currency', currency: 'USD' });

/** Draws the account as the contract sees it. */
export async function showAccount(user: Address): Promise<void> {
  const [[collateral, debt, available, , , health], holdings] = await Promise.all([
    readAccount(user),
    readHoldings(user),
  ]);
  fill('#summary', [
    figure('Health factor', health === maxUint256 ? 'no debt' : floor(health)),
    figure('Collateral', dollars(collateral)),
    figure('Debt', dollars(debt)),
    figure('Can borrow', dollars(available)),
  ]);
  fill('#assets', holdings.map(assetRow));
}

/** Never more than the contract says: cut off, not rounded. */
const floor = (wad: bigint) => formatUnits(wad / 10n ** 14n, 4);

function figure(term: string, value: string): HTMLElement {
  const pair = document.createElement('div');
  pair.append(element('dt', term), element('dd', value));
  return pair;
}

function assetRow({ symbol, price, wallet, supplied, borrowed }: Holding): HTMLElement {
  const row = document.createElement('tr');
  const amounts = [wallet, supplied, borrowed].map((amount) =>
    number(formatUnits(amount, TOKENS[symbol].decimals), 4),
  );
  row.append(...[symbol, dollars(price), ...amounts].map((text) => element('td', text)));
  return row;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function fill(selector: string, children: readonly Node[]): void {
  document.querySelector(selector)?.replaceChildren(...children);
}
