import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Hex, hexToBytes, numberToHex, toHex } from 'viem';
import { startAnvil } from './anvil';
import { artifactsV30 } from './artifactsV30';
import { artifactsV36 } from './artifactsV36';
import { cachedFile, hashOf } from './cache';
import { createLocalClient, type LocalClient } from './client';
import { createDeployer } from './deploy/deployer';
import { deployGround } from './deploy/ground';
import { fundLiquidator } from './deploy/liquidator';
import { deployMarketV30 } from './deploy/marketV30';
import { deployMarketV36 } from './deploy/marketV36';
import { ageMarkets, fillMarket } from './deploy/whale';
import { MARKETS, type MarketName } from './production';

export type AaveVersion = '3.6' | '3.0';

export const MARKETS_OF: Record<AaveVersion, MarketName[]> = {
  '3.6': Object.keys(MARKETS) as MarketName[],
  '3.0': ['Core'],
};

/** Fixed, so that every machine builds the same indices: 2026-01-01; the last reserve update is half a year later. */
const DEPLOY_TIME = 1_767_225_600;

/** After every update that the deployment made: a chain may start here or later (the contracts subtract times). */
export const EARLIEST_START = DEPLOY_TIME + 200 * 24 * 3600;

export const CHAIN_ARGUMENTS = [
  ...['--chain-id', '1', '--auto-impersonate', '--disable-min-priority-fee'],
  ...['--block-base-fee-per-gas', '0', '--gas-price', '0', '--gas-limit', '60000000'],
];

async function deploy(client: LocalClient, version: AaveVersion): Promise<void> {
  // Block times by count, not by the clock: the result is the same on a slow machine.
  await client.setBlockTimestampInterval({ interval: 1 });
  await deployGround(client);
  const deployer = createDeployer(client, version === '3.6' ? artifactsV36 : artifactsV30);
  const deployMarket = version === '3.6' ? deployMarketV36 : deployMarketV30;
  for (const name of MARKETS_OF[version]) {
    await deployMarket(deployer, name);
    await fillMarket(client, name);
  }
  await fundLiquidator(client, MARKETS_OF[version]);
  await ageMarkets(client, MARKETS_OF[version]);
}

interface DumpedAccount {
  nonce: number;
  balance: Hex;
  code: Hex;
  storage: Record<Hex, Hex>;
}

/** anvil's own dumps break between its versions; a genesis file loads in all of them. */
async function dumpAsGenesis(client: LocalClient): Promise<string> {
  const dump = await client.dumpState();
  const { accounts } = JSON.parse(gunzipSync(hexToBytes(dump)).toString()) as {
    accounts: Record<Hex, DumpedAccount>;
  };
  const alloc = Object.fromEntries(
    Object.entries(accounts).map(([address, { nonce, balance, code, storage }]) => [
      address,
      { nonce: numberToHex(nonce), balance: toHex(BigInt(balance)), code, storage },
    ]),
  );
  return JSON.stringify({
    config: { chainId: 1 },
    nonce: '0x0',
    timestamp: numberToHex(EARLIEST_START),
    gasLimit: '0x3938700',
    difficulty: '0x0',
    alloc,
  });
}

async function build(version: AaveVersion): Promise<string> {
  const anvil = await startAnvil([...CHAIN_ARGUMENTS, '--timestamp', String(DEPLOY_TIME)]);
  try {
    const client = createLocalClient(anvil.url);
    await deploy(client, version);
    return await dumpAsGenesis(client);
  } finally {
    await anvil.stop();
  }
}

function sourceHash(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const deployment = readdirSync(`${here}deploy`).sort();
  const files = [
    'production.ts',
    'genesis.ts',
    'artifacts.ts',
    ...deployment.map((name) => `deploy/${name}`),
  ];
  return hashOf(...files.map((file) => readFileSync(here + file, 'utf8')));
}

/** Path of the genesis file: deployed once per machine and per state of the deployment's sources. */
export function genesisFile(version: AaveVersion): Promise<string> {
  const key = hashOf(artifactsV30.key, version === '3.6' ? artifactsV36.key : '', sourceHash());
  return cachedFile(`genesis-${version}-${key}.json`, () => build(version));
}
