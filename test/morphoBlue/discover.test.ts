import { numberToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hex } from '../../src/model/reader';
import { discover, withIds } from '../../src/protocols/morphoBlue';
import type { Discovery, Log, LogFilter, Searched } from '../../src/protocols/morphoBlue/discover';
import { MORPHO, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf } from './books';
import { readMorpho } from './readMorpho';

const OWNER = borrowerOf(0xc000);

/** Runs a search with the given node, noting what it asked for. */
async function search(
  discovery: Discovery,
  node: (filter: LogFilter) => Promise<readonly Log[] | null> | readonly Log[] | null,
) {
  const asked: string[] = [];
  let step = discovery.next();
  while (!step.done) {
    asked.push(`${step.value.fromBlock}-${step.value.toBlock}`);
    step = discovery.next(await node(step.value));
  }
  return { searched: step.value, asked };
}

describe('on the local chain', () => {
  let net: Localnet;
  let morpho: LocalMorpho;
  beforeAll(async () => {
    net = await startLocalnet();
    morpho = createMorpho(net.client);
  });
  afterAll(() => net.stop());

  async function getLogs({ address, topics, fromBlock, toBlock }: LogFilter): Promise<readonly Log[]> {
    const range = { fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) };
    return net.client.request({
      method: 'eth_getLogs',
      params: [{ address, topics: topics as Hex[], ...range }],
    }) as Promise<readonly Log[]>;
  }

  it('finds every market in which an owner has put collateral, and with its id the position', async () => {
    const first = await net.client.getBlockNumber();
    await morpho.supplyCollateral('WETH/USDC', OWNER, 10n ** 18n);
    await morpho.supplyCollateral('BAL/WBTC', OWNER, 10n ** 18n);
    await morpho.supplyCollateral('BAL/WBTC', borrowerOf(0xc001), 10n ** 18n);
    await morpho.borrow('WETH/USDC', OWNER, 10n ** 9n);
    const head = await net.client.getBlockNumber();
    const { searched, asked } = await search(discover(MORPHO, OWNER, head, null, { first }), getLogs);
    expect(new Set(searched.ids)).toEqual(new Set([marketId('WETH/USDC'), marketId('BAL/WBTC')]));
    expect(asked).toEqual([`${first}-${head}`]);
    const { positions } = await readMorpho(net.client, OWNER, { memo: withIds(null, searched.ids) });
    expect(positions.map(({ market }) => market.name)).toEqual(['Morpho WETH/USDC 86%']);

    await morpho.supplyCollateral('wstETH/USDC', OWNER, 10n ** 18n);
    const later = await net.client.getBlockNumber();
    const again = await search(discover(MORPHO, OWNER, later, searched, { first }), getLogs);
    expect(again.asked).toEqual([`${head + 1n}-${later}`]);
    expect(again.searched.ids).toContain(marketId('wstETH/USDC'));
    expect(again.searched.ids.length).toBe(3);
  });
});

describe('with an RPC that', () => {
  const nothing = () => [];

  it('takes everything: ranges double towards the past, and stop at the first block', async () => {
    const { searched, asked } = await search(
      discover(MORPHO, OWNER, 99_999n, null, { first: 20_000n }),
      nothing,
    );
    expect(asked).toEqual(['90000-99999', '70000-89999', '30000-69999', '20000-29999']);
    expect(searched).toEqual({ from: '20000', to: '99999', ids: [] });
  });

  it('takes at most 1,000 blocks: a refused range is halved until it is taken', async () => {
    const node = ({ fromBlock, toBlock }: LogFilter) => (toBlock - fromBlock < 1_000n ? [] : null);
    const { searched, asked } = await search(discover(MORPHO, OWNER, 99_999n, null, { requests: 7 }), node);
    expect(asked.slice(0, 5)).toEqual([
      '90000-99999',
      '95000-99999',
      '97500-99999',
      '98750-99999',
      '99375-99999',
    ]);
    expect(searched.to).toBe('99999');
    expect(BigInt(searched.from)).toBeLessThan(99_376n);
  });

  it('refuses everything: nothing counts as searched', async () => {
    const { searched, asked } = await search(discover(MORPHO, OWNER, 10n, null), () => null);
    expect(searched).toEqual({ from: '11', to: '10', ids: [] });
    expect(asked.length).toBeLessThanOrEqual(20);
  });

  it('answers for others, or in another form', async () => {
    const [topics] = [...askedTopics()];
    const id: Hex = `0x${'ab'.repeat(32)}`;
    const forged: readonly Log[] = [
      { topics: [] },
      { topics: [topics![0]!, id, topics![3]!, `0x${'00'.repeat(31)}01`] },
      { topics: [`0x${'11'.repeat(32)}`, id, topics![3]!, topics![3]!] },
    ];
    const { searched } = await search(discover(MORPHO, OWNER, 10n, null), () => forged);
    expect(searched.ids).toEqual([]);
    const own: Log = { topics: [topics![0]!, id, topics![3]!, topics![3]!] };
    expect((await search(discover(MORPHO, OWNER, 10n, null), () => [own])).searched.ids).toEqual([id]);
  });

  function* askedTopics() {
    const { value } = discover(MORPHO, OWNER, 10n, null).next();
    yield (value as LogFilter).topics as readonly Hex[];
  }
});

it('is left alone and taken up again where it ended', async () => {
  let searched: Searched | null = null;
  const asked: string[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const once = await search(discover(MORPHO, OWNER, 49_999n, searched, { requests: 1 }), () => []);
    asked.push(...once.asked);
    searched = once.searched;
  }
  expect(asked).toEqual(['40000-49999', '30000-39999', '20000-29999', '10000-19999']);
});
