import { type Address, getAddress } from 'viem';
import { type Admin, createAdmin } from './admin';
import { startAnvil } from './anvil';
import { createLocalClient, type LocalClient } from './client';
import { type AaveVersion, CHAIN_ARGUMENTS, EARLIEST_START, genesisFile, MARKETS_OF } from './genesis';
import { createLiquidations, type Liquidations } from './liquidations';
import { createPositions, type Positions } from './positions';
import { createPrices, type Prices } from './prices';
import {
  MARKETS,
  type MarketAddresses,
  type MarketName,
  TOKENS,
  type Token,
  type TokenSymbol,
} from './production';
import { createTime, type Time } from './time';
import { createTokens, type Tokens } from './tokens';

export interface LocalnetOptions {
  /** Default 3.6, with all four Ethereum markets; 3.0 has Core only. */
  version?: AaveVersion;
  /** Default: a free one. */
  port?: number;
  /** Seconds between blocks; by default each transaction is mined at once in a block of its own. */
  blockTime?: number;
  /** Time of the first block in Unix seconds; default now. */
  timestamp?: number;
}

export interface Localnet extends Prices, Tokens, Positions, Liquidations, Admin, Time {
  version: AaveVersion;
  url: string;
  pid: number;
  client: LocalClient;
  /** anvil's ten development accounts: unlocked, 10,000 ETH each. Any other address may send as well, gas is free. */
  accounts: Address[];
  tokens: Record<TokenSymbol, Token>;
  markets: Partial<Record<MarketName, MarketAddresses>> & { Core: MarketAddresses };
  snapshot(): Promise<`0x${string}`>;
  /** Back to the snapshot, which is used up. */
  revert(id: `0x${string}`): Promise<void>;
  stop(): Promise<void>;
}

/** A private local mainnet with the real Aave contracts at their production addresses; ends with its parent. */
export async function startLocalnet(options: LocalnetOptions = {}): Promise<Localnet> {
  const { version = '3.6', port = 0, blockTime, timestamp = Math.floor(Date.now() / 1000) } = options;
  const anvil = await startAnvil(
    [
      ...CHAIN_ARGUMENTS,
      ...['--init', await genesisFile(version)],
      ...['--timestamp', String(Math.max(timestamp, EARLIEST_START))],
      ...(blockTime === undefined ? [] : ['--block-time', String(blockTime)]),
    ],
    port,
  );
  const client = createLocalClient(anvil.url);
  // On block 0 anvil answers eth_call with the time of the genesis file, whatever --timestamp says.
  await client.mine({ blocks: 1 });
  const tokens = createTokens(client);
  const accounts = await client.request({ method: 'eth_accounts' });
  return {
    version,
    url: anvil.url,
    pid: anvil.pid,
    client,
    accounts: accounts.map((account) => getAddress(account)),
    tokens: TOKENS,
    markets: Object.fromEntries(
      MARKETS_OF[version].map((name) => [name, MARKETS[name]]),
    ) as Localnet['markets'],
    ...tokens,
    ...createPrices(client),
    ...createPositions(client, tokens),
    ...createLiquidations(client),
    ...createAdmin(client, version),
    ...createTime(client),
    snapshot: () => client.snapshot(),
    revert: (id) => client.revert({ id }),
    stop: anvil.stop,
  };
}
