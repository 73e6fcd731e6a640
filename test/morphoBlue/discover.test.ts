import { pad } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchLogs } from '../../src/chain/search';
import type { Discovery, Log, LogFilter, Searched } from '../../src/model/logs';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { discover } from '../../src/protocols/morphoBlue/discover';
import { deploymentOf, markets } from '../../src/protocols/morphoBlue/markets';
import { MORPHO, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf } from './books';
import { readMorpho, told } from './readMorpho';

const OWNER = borrowerOf(0xc000);
const REQUESTS = 20;

type Node = (filter: LogFilter) => readonly Log[] | null;

/** Runs a search with the given node, noting what it asked for. */
function search(discovery: Discovery, node: Node) {
  const asked: string[] = [];
  let step = discovery.next();
  while (!step.done) {
    const { filter } = step.value;
    asked.push(`${filter.fromBlock}-${filter.toBlock}`);
    step = discovery.next(node(filter));
  }
  return { searched: step.value, asked };
}

const from = (first: bigint, head: bigint, before: Searched | null = null, requests = REQUESTS) =>
  discover({ address: MORPHO, first }, OWNER, head, before, requests);

describe('on the local chain', () => {
  let net: Localnet;
  let morpho: LocalMorpho;
  beforeAll(async () => {
    net = await startLocalnet();
    morpho = createMorpho(net.client);
  });
  afterAll(() => net.stop());

  const searchChain = (before: Searched | null = null) =>
    searchLogs({ id: 1, name: 'Ethereum', rpcs: [net.url] }, (head) =>
      morphoBlue.search!.discover(markets[0]!, OWNER, head, before, REQUESTS),
    );

  it('finds every market in which an owner has borrowed, and with its id the position', async () => {
    await morpho.supplyCollateral('WETH/USDC', OWNER, 10n ** 18n);
    await morpho.borrow('WETH/USDC', OWNER, 10n ** 9n);
    await morpho.supplyCollateral('BAL/WBTC', OWNER, 10n ** 18n);
    await morpho.supplyCollateral('BAL/WBTC', borrowerOf(0xc001), 10n ** 21n);
    await morpho.borrow('BAL/WBTC', borrowerOf(0xc001), 1_000n);
    const head = await net.client.getBlockNumber();
    const searched = await searchChain();
    expect(searched).toMatchObject({
      from: '0',
      to: `${head}`,
      ids: [marketId('WETH/USDC')],
      authorized: [],
    });
    const { positions } = await readMorpho(net.client, OWNER, { memo: told(searched.ids) });
    expect(positions.map(({ market }) => market.name)).toEqual(['Morpho WETH/USDC 86%']);

    await morpho.supplyCollateral('wstETH/USDC', OWNER, 10n ** 18n);
    await morpho.borrow('wstETH/USDC', OWNER, 10n ** 8n);
    const again = await searchChain(searched);
    expect(again.ids).toEqual([marketId('WETH/USDC'), marketId('wstETH/USDC')]);
    expect(BigInt(again.to)).toBeGreaterThan(head);
  });
});

describe('with an RPC that', () => {
  const nothing = () => [];

  it('takes everything: ranges double towards the past, and stop at the first block', () => {
    const { searched, asked } = search(from(20_000n, 99_999n), nothing);
    expect(asked).toEqual(['90000-99999', '70000-89999', '30000-69999', '20000-29999']);
    expect(searched).toMatchObject({ from: '20000', to: '99999', first: '20000', ids: [] });
    expect(search(from(20_000n, 99_999n, searched), nothing).asked).toEqual([]);
  });

  it('takes at most 1,000 blocks: a refused range is halved until it is taken, and not exceeded again', () => {
    const node: Node = ({ fromBlock, toBlock }) => (toBlock - fromBlock < 1_000n ? [] : null);
    const { searched, asked } = search(from(0n, 99_999n, null, 7), node);
    expect(asked).toEqual([
      '90000-99999',
      '95000-99999',
      '97500-99999',
      '98750-99999',
      '99375-99999',
      '98750-99374',
      '98125-98749',
    ]);
    expect(searched).toMatchObject({ from: '98125', to: '99999', range: '625' });
    // The next time begins with one try at more.
    expect(search(from(0n, 99_999n, searched, 3), node).asked).toEqual([
      '96875-98124',
      '97500-98124',
      '96875-97499',
    ]);
  });

  it('refuses everything: nothing counts as searched', () => {
    const { searched, asked } = search(from(0n, 10n), () => null);
    expect(searched).toMatchObject({ from: '11', to: '10', ids: [] });
    expect(asked.length).toBe(REQUESTS);
  });
});

describe('goes on', () => {
  it('where it ended, in larger steps', () => {
    let searched: Searched | null = null;
    const asked: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const once = search(from(0n, 99_999n, searched, 1), () => []);
      asked.push(...once.asked);
      searched = once.searched;
    }
    expect(asked).toEqual(['90000-99999', '70000-89999', '30000-69999']);
  });

  it('with the new blocks first', () => {
    const { searched } = search(from(0n, 99_999n, null, 1), () => []);
    expect(search(from(0n, 100_050n, searched, 2), () => []).asked).toEqual(['100000-100050', '50000-89999']);
  });

  it.each([
    ['of another form', { from: 7, to: '9' }],
    ['without what was found', { from: '1', to: '9', first: '0', range: '5' }],
    ['with a number that is none', { from: '1', to: '-9', first: '0', range: '5', ids: [], authorized: [] }],
  ])('from the beginning with progress %s', (_, kept) => {
    const discovery = morphoBlue.search!.discover(markets[0]!, OWNER, 19_000_000n, kept as never, 1);
    expect(search(discovery, () => []).asked).toEqual(['18990001-19000000']);
  });
});

it('notes whom the owner allowed beside where he borrowed', () => {
  const { value } = from(0n, 10n).next();
  const { topics } = (value as { filter: LogFilter }).filter;
  const [[borrow, authorization], , owner] = topics as unknown as [
    [`0x${string}`, `0x${string}`],
    null,
    `0x${string}`,
  ];
  const [id, friend] = [marketId('idle'), '0x00000000000000000000000000000000000f71e4'] as const;
  const log = (...topics: Log['topics']): Log => ({ address: friend, topics, data: '0x', transaction: id });
  const logs = [
    log(borrow, id, owner, owner),
    log(authorization, owner, owner, pad(friend)),
    log(borrow, id, owner, owner),
  ];
  expect(search(from(0n, 10n), () => logs).searched).toMatchObject({ ids: [id], authorized: [friend] });
});

it('ends at the block in which each Morpho was deployed', () => {
  const firsts = markets.map((market) => deploymentOf(market).first);
  expect(firsts.every((first) => first > 0n)).toBe(true);
  expect(deploymentOf(markets[0]!).first).toBe(18_883_124n);
});
