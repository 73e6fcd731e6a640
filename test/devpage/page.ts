import type { Page } from '../localnet/front/pages';
import type { Prices } from '../localnet/prices';
import { bundleDevPage } from './bundle';
import { movePriceAsAsked } from './prices';

/** The host that the page is served at, in a browser that finds it at the local front. */
export const devPageHost = 'app.aave.com';

const text = { 'content-type': 'text/plain; charset=utf-8' };

/** The lending page for startFront's routes, with the one endpoint that no real site has: prices on request. */
export async function createDevPage(chain: Prices): Promise<Page> {
  const files = await bundleDevPage();
  return async ({ method, path, body }) => {
    const { pathname } = new URL(path, `https://${devPageHost}`);
    if (pathname === '/dev/price' && method === 'POST') {
      try {
        await movePriceAsAsked(chain, body);
        return { status: 204 };
      } catch (error) {
        return { status: 400, headers: text, body: error instanceof Error ? error.message : String(error) };
      }
    }
    const file = files.get(pathname);
    if (!file) return { status: 404, headers: text, body: 'Not found' };
    return { headers: { 'content-type': `${file.type}; charset=utf-8` }, body: file.body };
  };
}
