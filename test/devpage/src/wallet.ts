import type { Address } from 'viem';
import { RpcError, rpc } from './rpc';

type Listener = (argument: unknown) => void;
const remembered = 'devwallet.account';

/**
 * A wallet for development: the chain's unlocked accounts behind EIP-1193, announced by EIP-6963. It says nothing
 * of an account until the page has asked on the user's click, and then remembers, as real wallets do.
 */
export class DevWallet {
  selectedAddress: Address | null = null;
  readonly #listeners = new Map<string, Set<Listener>>();
  #all: Address[] = [];

  /** The chain's accounts that the user may pick from. */
  async load(): Promise<readonly Address[]> {
    this.#all = ((await rpc('eth_accounts')) as Address[]).slice(0, 3);
    this.selectedAddress = this.#all.find((account) => account === localStorage.getItem(remembered)) ?? null;
    return this.#all;
  }

  async request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
    switch (method) {
      case 'eth_accounts':
        return this.#connected();
      case 'eth_requestAccounts':
        if (!this.selectedAddress) this.select(this.#all[0] ?? null);
        return this.#connected();
      case 'wallet_revokePermissions':
        this.select(null);
        return null;
      case 'wallet_requestPermissions':
      case 'wallet_switchEthereumChain':
        throw new RpcError(`${method} is not supported.`, 4200);
      case 'eth_sendTransaction':
        return rpc(method, [free(params)]);
      default:
        return rpc(method, params);
    }
  }

  /** The user picks an account in the wallet, or disconnects with null. */
  select(account: Address | null): void {
    this.selectedAddress = account;
    if (account) localStorage.setItem(remembered, account);
    else localStorage.removeItem(remembered);
    for (const listener of this.#listeners.get('accountsChanged') ?? []) listener(this.#connected());
  }

  on(event: string, listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return this;
  }

  removeListener(event: string, listener: Listener): this {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }

  #connected(): Address[] {
    return this.selectedAddress ? [this.selectedAddress] : [];
  }
}

/** Gas costs nothing on the local chain, so a tip would be above the fee. */
function free(params: unknown): object {
  const [transaction] = params as [Record<string, unknown>];
  const { maxFeePerGas: _cap, maxPriorityFeePerGas: _tip, ...rest } = transaction;
  return { ...rest, gasPrice: '0x0' };
}
