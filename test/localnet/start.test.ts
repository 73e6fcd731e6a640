import { multicall3Abi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataProviderAbi, oracleAbi, poolAbi, providerAbi, tokenAbi } from './abi';
import { INITIAL_PRICES, LISTED, RESERVES } from './deploy/parameters';
import { versionOf } from './genesis';
import { MULTICALL3, SYMBOLS } from './production';
import { type Localnet, startLocalnet } from './start';

const REVISIONS = { '3.6': 10n, '3.0': 1n } as const;

const versions = [
  { version: '3.6', markets: ['Core', 'Lido', 'EtherFi', 'Horizon', 'Spark'] },
  { version: '3.0', markets: ['Core'] },
] as const;

describe.each(versions)('production addresses on Aave v$version', ({ version, markets }) => {
  let net: Localnet;
  beforeAll(async () => {
    net = await startLocalnet({ version });
  });
  afterAll(() => net.stop());

  it('has mainnet’s chain id', async () => {
    expect(await net.client.getChainId()).toBe(1);
  });

  it('lists the markets of the version', () => {
    expect(Object.keys(net.markets)).toEqual(markets);
  });

  it.each(markets)('%s: provider, pool, oracle and data provider know each other', async (name) => {
    const market = net.markets[name];
    if (!market) throw new Error(`no ${name}`);
    const ask = (functionName: 'getPool' | 'getPriceOracle' | 'getPoolDataProvider') =>
      net.client.readContract({ address: market.provider, abi: providerAbi, functionName });
    expect(await ask('getPool')).toBe(market.pool);
    expect(await ask('getPriceOracle')).toBe(market.oracle);
    expect(await ask('getPoolDataProvider')).toBe(market.dataProvider);
    const pool = { address: market.pool, abi: poolAbi } as const;
    expect(await net.client.readContract({ ...pool, functionName: 'ADDRESSES_PROVIDER' })).toBe(
      market.provider,
    );
    expect(await net.client.readContract({ ...pool, functionName: 'POOL_REVISION' })).toBe(
      REVISIONS[versionOf(name, version)],
    );
  });

  it.each(markets)('%s: the oracle gives the initial prices', async (name) => {
    const symbols = LISTED[name];
    const prices = await net.client.readContract({
      address: net.markets[name]?.oracle ?? '0x',
      abi: oracleAbi,
      functionName: 'getAssetsPrices',
      args: [symbols.map((s) => net.tokens[s].address)],
    });
    expect(prices).toEqual(symbols.map((s) => INITIAL_PRICES[s]));
  });

  it('has the tokens’ decimals and symbols', async () => {
    for (const name of SYMBOLS) {
      const token = { address: net.tokens[name].address, abi: tokenAbi } as const;
      expect(await net.client.readContract({ ...token, functionName: 'symbol' })).toBe(name);
      expect(await net.client.readContract({ ...token, functionName: 'decimals' })).toBe(
        net.tokens[name].decimals,
      );
    }
  });

  it('has the reserves’ factors, BAL with LTV 0 and a liquidation threshold', async () => {
    for (const name of LISTED.Core) {
      const [, ltv, lt, bonus] = await net.client.readContract({
        address: net.markets.Core.dataProvider,
        abi: dataProviderAbi,
        functionName: 'getReserveConfigurationData',
        args: [net.tokens[name].address],
      });
      const expected = RESERVES[name];
      expect([ltv, lt, bonus].map(Number)).toEqual([expected.ltv, expected.lt, expected.bonus]);
    }
  });

  it('has left index 1.0 on every reserve', async () => {
    for (const name of LISTED.Core) {
      const index = await net.client.readContract({
        address: net.markets.Core.pool,
        abi: poolAbi,
        functionName: 'getReserveNormalizedVariableDebt',
        args: [net.tokens[name].address],
      });
      expect(index).toBeGreaterThan(10n ** 27n + 10n ** 23n);
    }
  });

  it('answers through Multicall3', async () => {
    const block = { address: MULTICALL3, abi: multicall3Abi } as const;
    const timestamp = await net.client.readContract({ ...block, functionName: 'getCurrentBlockTimestamp' });
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(30);
  });
});
