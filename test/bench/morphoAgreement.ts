import { MORPHO_MARKET_NAMES, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho } from '../localnet/morpho';
import { startLocalnet } from '../localnet/start';
import { asOverride, books, borrowerOf, open } from '../morphoBlue/books';
import { morphoLiquidates, nameOf } from '../morphoBlue/morphoLiquidates';
import { readMorpho } from '../morphoBlue/readMorpho';
import { edgesOf, ourVerdict, Tally } from './edges';
import { accrualPosition } from './peers/blueSdk';

export interface MorphoTallies {
  /** Verdicts on either side of the last safe price. */
  readonly verdicts: Tally;
  /** Liquidation prices that are not the contract's own edge, and by what share of the price each of the peer's is off. */
  readonly prices: { count: number; ours: number; peer: number; readonly off: number[] };
}

/** Random loans on the real Morpho, interest to the block included. */
export async function morphoAgreement(accounts: number, seed: number): Promise<MorphoTallies> {
  const net = await startLocalnet();
  const morpho = createMorpho(net.client);
  const tallies: MorphoTallies = {
    verdicts: new Tally(),
    prices: { count: 0, ours: 0, peer: 0, off: [] },
  };
  for (const [index, loans] of books(accounts, seed).entries()) await open(morpho, borrowerOf(index), loans);
  await net.advance(86_400 * 37 + 11);
  const ids = { ids: MORPHO_MARKET_NAMES.map(marketId) };
  for (let index = 0; index < accounts; index++) {
    const borrower = borrowerOf(index);
    const { memo, positions } = await readMorpho(net.client, borrower, { memo: ids });
    for (const today of positions) {
      const name = nameOf(today);
      const liquidates = (price: bigint) => morphoLiquidates(net, name, borrower, { [name]: price });
      const isLastSafe = async (price: bigint) =>
        !(await liquidates(price)) && (await liquidates(price - 1n));
      for (const { prices } of edgesOf(today)) {
        const theirs = accrualPosition(today).liquidationPrice;
        tallies.prices.count++;
        if (!(await isLastSafe(prices[0]!))) tallies.prices.ours++;
        // Its price may be meant as the last safe one or as the first that is not.
        if (theirs === null || !((await isLastSafe(theirs)) || (await isLastSafe(theirs + 1n))))
          tallies.prices.peer++;
        tallies.prices.off.push(Math.abs(Number(theirs ?? 0n) / Number(prices[0]) - 1));
        for (const price of prices) {
          const read = await readMorpho(net.client, borrower, {
            memo,
            stateOverride: asOverride({ [name]: price }),
          });
          const position = read.positions.find((each) => nameOf(each) === name);
          if (!position) throw new Error('The position is gone.');
          const peer = accrualPosition(position).isHealthy === false;
          tallies.verdicts.add({ contract: await liquidates(price), ours: ourVerdict(position), peer });
        }
      }
    }
  }
  await net.stop();
  return tallies;
}
