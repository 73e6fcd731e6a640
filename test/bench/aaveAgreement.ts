import { poolHealthFactor } from '../aaveV3/poolHealthFactor';
import { borrowerOf, open, portfolios } from '../aaveV3/portfolio';
import { asOverride, currentPrices, symbolAt } from '../aaveV3/prices';
import { readAt } from '../aaveV3/readAt';
import { startLocalnet } from '../localnet/start';
import { edgesOf, ourVerdict, Tally } from './edges';
import { isLiquidatable } from './peers/mathUtils';

const WAD = 10n ** 18n;

/** Random borrowers of the real 3.6 at the last safe and the first liquidated price of each of their assets. */
export async function aaveAgreement(accounts: number, seed: number): Promise<Tally> {
  const net = await startLocalnet();
  const tally = new Tally();
  const prices = await currentPrices(net);
  for (const [index, portfolio] of portfolios(accounts, seed).entries()) {
    await open(net, borrowerOf(index), portfolio, prices);
  }
  await net.advance(86_400 * 37);
  for (let index = 0; index < accounts; index++) {
    const account = borrowerOf(index);
    const { memo, position: today } = await readAt(net.client, account);
    for (const { asset, prices: around } of today ? edgesOf(today) : []) {
      for (const price of around) {
        const set = { [symbolAt(asset)]: price };
        const { position } = await readAt(net.client, account, { memo, stateOverride: asOverride(set) });
        if (!position) throw new Error('The position is gone.');
        const contract = (await poolHealthFactor(net, account, set)) < WAD;
        tally.add({ contract, ours: ourVerdict(position), peer: isLiquidatable(position) });
      }
    }
  }
  await net.stop();
  return tally;
}
