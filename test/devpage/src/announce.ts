import { DevWallet } from './wallet';

export const walletId = 'app.plimsoll.devwallet';

const info = Object.freeze({
  uuid: crypto.randomUUID(),
  name: 'Development wallet',
  icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>',
  rdns: walletId,
});

/** Announced by EIP-6963 as soon as this is loaded: wagmi asks only while it starts, so it has to come later. */
export const wallet = new DevWallet();

const detail = Object.freeze({ info, provider: wallet });
const say = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
window.addEventListener('eip6963:requestProvider', say);
say();
