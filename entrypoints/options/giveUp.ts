import { isSocket } from '../../src/platform/endpoint';
import { giveBack } from '../../src/platform/permissions';
import { rpcsItem, sitesItem } from '../../src/platform/storage';

/** Gives back the leave to reach an address, where no endpoint and no site needs it any more. */
export async function giveUp(address: string): Promise<void> {
  if (isSocket(address)) return;
  const [own, sites] = await Promise.all([rpcsItem.getValue(), sitesItem.getValue()]);
  const { hostname } = new URL(address);
  const read = Object.values(own)
    .flat()
    .filter((url) => !isSocket(url));
  const needed = [...read, ...sites.map((host) => `https://${host}`)];
  if (!needed.some((each) => new URL(each).hostname === hostname)) await giveBack(address);
}
