import { fetchAccrualPosition } from '@morpho-org/blue-sdk-viem';
import { createClient, http, parseUnits } from 'viem';
import { mainnet } from 'viem/chains';
import { readChain } from '../../src/chain/client';
import type { Address } from '../../src/model/asset';
import type { Memo } from '../../src/model/reader';
import { protocols } from '../../src/protocols/registry';
import { borrowerOf } from '../aaveV3/portfolio';
import { IRM, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import type { Table } from './table';
import { type Traffic, trafficOf } from './wire';

const MARKETS = protocols.flatMap(({ markets, read }) =>
  markets.filter(({ chainId }) => chainId === 1).map((market) => ({ market, read })),
);

/** Answers 10⁹ whatever it is asked: a borrow rate and a rate at target. Only the mock curve knows no rate at target. */
const CURVE = '0x633b9aca005f5260205ff3';

/** Requests and bytes of a cold and a warm refresh of all Ethereum markets, beside one market of a peer's. */
export async function requests(): Promise<Table> {
  const net = await startLocalnet();
  const [nobody, aave, morpho] = [borrowerOf(0), borrowerOf(1), borrowerOf(2)];
  await net.supply('Core', aave, 'WETH', parseUnits('10', 18));
  await net.borrow('Core', aave, 'USDC', parseUnits('17000', 6));
  const blue = createMorpho(net.client);
  await blue.supplyCollateral('WBTC/USDC', morpho, parseUnits('1', 8));
  await blue.borrow('WBTC/USDC', morpho, parseUnits('20000', 6));
  await net.client.setCode({ address: IRM, bytecode: CURVE });
  const client = createClient({ chain: mainnet, transport: http(net.url) });
  const peer = () => fetchAccrualPosition(morpho, marketId('WBTC/USDC') as never, client);
  const rows = [
    ...(await ours(net, 'nothing anywhere', nobody)),
    ...(await ours(net, 'Aave v3, 1 collateral and 1 debt', aave)),
    ...(await ours(net, 'Morpho, one market', morpho)),
    row('Morpho, that market alone', 'blue-sdk-viem', await trafficOf(peer)),
  ];
  await net.stop();
  return {
    title: `One wallet in all ${MARKETS.length} Ethereum markets that we read: JSON bodies in bytes`,
    head: ['', 'reading', 'requests', 'up', 'down', 'down, gzip'],
    rows,
    notes: [
      'Comet and Aave v4 have no contracts here: a stand-in answers for them that the wallet has nothing.',
      'It lists no reserves, so that each Aave v4 spoke is asked for their number every time; a real one only once.',
    ],
  };
}

async function ours(net: Localnet, name: string, owner: Address): Promise<string[][]> {
  const chain = { id: 1, name: 'Ethereum', rpcs: [net.url] };
  let memos: (Memo | null)[] = MARKETS.map(() => null);
  const refresh = async () => {
    const readers = () => MARKETS.map(({ market, read }, index) => read(market, owner, memos[index] ?? null));
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
