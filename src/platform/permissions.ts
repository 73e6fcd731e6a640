import { browser } from 'wxt/browser';
import { isSocket } from './endpoint';

const patternOf = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
};

/** Asks the user to let Plimsoll reach these addresses. Only a click may ask. Sockets need no leave in any browser. */
export async function askToReach(addresses: readonly string[]): Promise<boolean> {
  const origins = addresses.filter((address) => !isSocket(address)).map(patternOf);
  return origins.length === 0 || (await browser.permissions.request({ origins }));
}

/** Asks the user to let Plimsoll run on a site, which takes the right to say where scripts run. */
export const askToRun = (host: string): Promise<boolean> =>
  browser.permissions.request({ permissions: ['scripting'], origins: [patternOf(`https://${host}`)] });

/** Gives leave back that is no longer needed. */
export async function giveBack(address: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false);
}
