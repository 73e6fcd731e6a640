import { formatUnits } from 'viem';
import { readPrices, symbols } from './market';

const movable = {
  WETH: { label: 'ETH (and wstETH with it)', from: 100, to: 6000, step: 10 },
  WBTC: { label: 'BTC', from: 5000, to: 200000, step: 100 },
} as const;

type Movable = keyof typeof movable;

/** A slider and a field for each; `report` hears what went wrong, or nothing when it went well. */
export function showPrices(place: HTMLElement, report: (problem?: unknown) => void): void {
  for (const symbol of Object.keys(movable) as Movable[]) place.append(row(symbol, report));
  void followPrices();
}

function row(symbol: Movable, report: (problem?: unknown) => void): HTMLElement {
  const { label, from, to, step } = movable[symbol];
  const element = document.createElement('div');
  element.className = 'price';
  element.innerHTML = `
    <label for="${symbol}-field">${label}</label>
    <input id="${symbol}-slider" type="range" min="${from}" max="${to}" step="${step}" aria-label="${label} price">
    <input id="${symbol}-field" inputmode="decimal" autocomplete="off">`;
  element.addEventListener(
    'change',
    (event) => void send(symbol, (event.target as HTMLInputElement).value, report),
  );
  return element;
}

/** The page's own server moves the feed; no site could. */
async function send(symbol: Movable, price: string, report: (problem?: unknown) => void): Promise<void> {
  try {
    const response = await fetch('/dev/price', { method: 'POST', body: JSON.stringify({ symbol, price }) });
    if (!response.ok) throw new Error(await response.text());
    await followPrices();
    report();
  } catch (problem) {
    report(problem);
  }
}

/** Shows the oracle's prices, except where the user is typing. */
export async function followPrices(): Promise<void> {
  const prices = await readPrices();
  for (const symbol of Object.keys(movable) as Movable[]) {
    const value = formatUnits(prices[symbols.indexOf(symbol)] ?? 0n, 8);
    for (const part of ['slider', 'field']) {
      const input = document.querySelector<HTMLInputElement>(`#${symbol}-${part}`);
      if (input && input !== document.activeElement) input.value = value;
    }
  }
}
