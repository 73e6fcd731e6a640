import { getConnection, watchBlockNumber, watchConnection } from '@wagmi/core';
import { type Address, BaseError, ContractFunctionRevertedError } from 'viem';
import { type Action, act } from './act';
import { wallet } from './announce';
import { symbols } from './market';
import { followPrices, showPrices } from './prices';
import { showAccount } from './show';
import { connectWallet, reconnectWallet, wagmi } from './wagmi';

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`No ${selector} on the page.`);
  return found;
};

const account = find<HTMLSelectElement>('#account');
const connectButton = find<HTMLButtonElement>('#connect');
const form = find<HTMLFormElement>('#action');

function say(text: string): void {
  find('#status').textContent = text;
}

function report(problem?: unknown): void {
  if (problem === undefined) say('');
  else say(problem instanceof BaseError ? sentence(problem) : String(problem));
  void draw();
}

/** The contract's own name for it where there is one. */
function sentence(problem: BaseError): string {
  const revert = problem.walk((each) => each instanceof ContractFunctionRevertedError);
  const name = revert instanceof ContractFunctionRevertedError ? revert.data?.errorName : undefined;
  return name ? `The contract refused it: ${name}.` : problem.shortMessage;
}

async function draw(): Promise<void> {
  const user = getConnection(wagmi).address;
  connectButton.hidden = user !== undefined;
  find<HTMLButtonElement>('#send').disabled = user === undefined;
  account.disabled = user === undefined;
  if (user === undefined) return;
  account.value = user.toLowerCase();
  await Promise.all([showAccount(user), followPrices()]);
}

connectButton.addEventListener('click', () => {
  connectWallet().then(() => report(), report);
});

account.addEventListener('change', () => wallet.select(account.value as Address));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const user = getConnection(wagmi).address;
  if (!user) return;
  const fields = new FormData(form);
  const [action, asset, amount] = ['action', 'asset', 'amount'].map((name) => String(fields.get(name)));
  const symbol = symbols.find((each) => each === asset);
  if (!symbol || amount === undefined) return;
  say('Sending …');
  act(action as Action, symbol, amount, user).then(() => report(), report);
});

for (const address of await wallet.load()) {
  account.append(new Option(`${address.slice(0, 6)}…${address.slice(-4)}`, address.toLowerCase()));
}
for (const symbol of symbols) form.asset.append(new Option(symbol, symbol));
showPrices(find('#prices'), report);
watchConnection(wagmi, { onChange: () => report() });
watchBlockNumber(wagmi, { onBlockNumber: () => void draw().catch(report) });
await reconnectWallet();
await draw();
