import { browser } from 'wxt/browser';

const patternOf = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
};

/** Asks the user to let Plimsoll reach these addresses. Only a click may ask. */
export const askToReach = (addresses: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: addresses.map(patternOf) });

/** Asks the user to let Plimsoll run on a site, which takes the right to say where scripts run. */
export const askToRun = (host: string): Promise<boolean> =>
  browser.permissions.request({ permissions: ['scripting'], origins: [patternOf(`https://${host}`)] });

/** Gives leave back that is no longer needed. */
export async function giveBack(address: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false);
}
