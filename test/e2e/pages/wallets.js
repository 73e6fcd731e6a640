/** Wallets as pages meet them. Everything that is asked of them is on record in `calls`. */
const calls = [];

/** Not by `push`, which a hostile page watches. */
const note = (call) => {
  calls[calls.length] = call;
};

class FakeWallet {
  #listeners = {};

  constructor(name, { selected = null, accounts = selected ? [selected] : [] } = {}) {
    this.name = name;
    this.selectedAddress = selected;
    this.accounts = accounts;
  }

  async request({ method }) {
    note(`${this.name} ${method}`);
    return method === 'eth_chainId' ? '0x1' : this.accounts;
  }

  on(event, listener) {
    note(`${this.name} on ${event}`);
    this.#listeners[event] = [...(this.#listeners[event] ?? []), listener];
  }

  connect(account) {
    this.selectedAddress = account;
    this.accounts = [account];
    for (const listener of this.#listeners.accountsChanged ?? []) listener([account]);
  }
}

/** EIP-6963: at once, and whenever the page asks. */
function announce(wallet, rdns) {
  const detail = Object.freeze({
    info: Object.freeze({ uuid: rdns, name: rdns, icon: '', rdns }),
    provider: wallet,
  });
  const say = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  window.addEventListener('eip6963:requestProvider', say);
  say();
}

Object.assign(window, { calls, FakeWallet, announce });
