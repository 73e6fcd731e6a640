import { fetchAccrualPosition } from '@morpho-org/blue-sdk-viem';
import { createClient, http } from 'viem';
import { mainnet } from 'viem/chains';
import type { Chain } from '../../src/chain/chains';
import { readChain } from '../../src/chain/client';
import type { Address } from '../../src/model/asset';
import type { Memo } from '../../src/model/reader';
import { protocols } from '../../src/protocols/registry';
import { borrowerOf } from '../aaveV3/portfolio';
import { IRM, marketId } from '../localnet/deploy/morphoMarkets';
import { startLocalnet } from '../localnet/start';
import { aaveV4Recording, recordedPosition } from '../replay/aaveV4';
import { cometRecording, cometVector } from '../replay/comet';
import { startReplay } from '../replay/server';
import { loans, openEverywhere } from '../support/openEverywhere';
import { uiPoolDataProvider } from './peers/uiPoolDataProvider';
import type { Table } from './table';
import { type Traffic, trafficOf } from './wire';

const MARKETS = protocols.flatMap(({ markets, read }) =>
  markets.filter(({ chainId }) => chainId === 1).map((market) => ({ market, read })),
);

/** Answers 10⁹ whatever it is asked: a borrow rate and a rate at target. Only the mock curve knows no rate at target. */
const CURVE = '0x633b9aca005f5260205ff3';

const NAMES: Record<string, string> = Object.fromEntries(protocols.map(({ id, name }) => [id, name]));

/** Requests and bytes of a cold and a warm refresh of all Ethereum markets, beside one market of a peer's. */
export async function requests(): Promise<Table> {
  const net = await startLocalnet();
  await net.client.setCode({ address: IRM, bytecode: CURVE });
  const chain = { id: 1, name: 'Ethereum', rpcs: [net.url] };
  const rows = await ours('nothing anywhere', chain, MARKETS, borrowerOf(0));
  for (const [at, [id, open]] of Object.entries(loans).entries()) {
    const owner = borrowerOf(1 + at);
    await open(net, owner);
    rows.push(...(await ours(`${NAMES[id]}, 1 collateral and 1 debt`, chain, MARKETS, owner)));
  }
  await openEverywhere(net, borrowerOf(9));
  rows.push(...(await ours('these five at once', chain, MARKETS, borrowerOf(9))));
  const client = createClient({ chain: mainnet, transport: http(net.url) });
  const morpho = borrowerOf(1 + Object.keys(loans).indexOf('morphoBlue'));
  const peer = () => fetchAccrualPosition(morpho, marketId('WBTC/USDC') as never, client);
  rows.push(row('Morpho, that market alone', 'blue-sdk-viem', await trafficOf(peer)));
  const app = await uiPoolDataProvider(net, borrowerOf(1));
  rows.push(row('Aave v3 Core alone, 6 reserves', 'math-utils', await trafficOf(app)));
  await net.stop();
  rows.push(...(await recordedAlone()));
  return {
    title: `One wallet in all ${MARKETS.length} Ethereum markets that we read: JSON bodies in bytes`,
    head: ['', 'reading', 'requests', 'up', 'down', 'down, gzip'],
    rows,
    notes: [
      'Comet and Aave v4 have no contracts here: a stand-in answers for them that the wallet has nothing.',
      'It lists no reserves, so that each Aave v4 spoke is asked for their number every time; a real one only once.',
      'math-utils fetches nothing: it is fed with getReservesData and getUserReservesData of Aave’s helper contract, on',
      'which every reserve of the market counts: six here, 67 in the real one (aave-address-book 4.68.1).',
      'What they answer a borrower was recorded of the real contracts, and is played back of one market alone.',
    ],
  };
}

async function recordedAlone(): Promise<string[][]> {
  const [comet, v4] = [cometVector('g-comet-03'), recordedPosition('g-v4-01')];
  const server = await startReplay(cometRecording(comet));
  const chain = { id: 1, name: 'Ethereum', rpcs: [server.url] };
  const at = (address: string) => MARKETS.filter(({ market }) => market.address.toLowerCase() === address);
  const rows = await ours('Compound v3 alone, 2 and 1', chain, at(comet.comet), comet.account);
  server.play(aaveV4Recording(v4));
  rows.push(...(await ours('Aave v4 alone, 1 and 1', chain, at(v4.spoke), v4.account)));
  await server.stop();
  return rows;
}

async function ours(
  name: string,
  chain: Chain,
  markets: typeof MARKETS,
  owner: Address,
): Promise<string[][]> {
  let memos: (Memo | null)[] = markets.map(() => null);
  const refresh = async () => {
    const readers = () => markets.map(({ market, read }, index) => read(market, owner, memos[index] ?? null));
    const { outcomes } = await readChain(chain, readers);
    memos = outcomes.map((outcome) => ('reading' in outcome ? outcome.reading.memo : null));
  };
  const cold = await trafficOf(refresh);
  const warm = await trafficOf(refresh);
  return [row(name, 'ours, cold', cold), row('', 'ours, warm', warm)];
}

const row = (name: string, reading: string, { requests: count, up, down, downCompressed }: Traffic) => [
  name,
  reading,
  ...[count, up, down, downCompressed].map((figure) => figure.toLocaleString('en')),
];
