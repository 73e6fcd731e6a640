import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Hex, hexToBytes, numberToHex, toHex } from 'viem';
import { startAnvil } from './anvil';
import { artifactsCompoundV2 } from './artifactsCompoundV2';
import { artifactsMorpho } from './artifactsMorpho';
import { artifactsV2 } from './artifactsV2';
import { artifactsV30 } from './artifactsV30';
import { artifactsV36 } from './artifactsV36';
import { cachedFile, hashOf } from './cache';
import { createLocalClient, type LocalClient } from './client';
import { deployAaveV2 } from './deploy/aaveV2';
import { ageAaveV2 } from './deploy/aaveV2Whale';
import { absentContracts, standInForAbsent } from './deploy/absent';
import { deployCompoundV2 } from './deploy/compoundV2';
import { createDeployer } from './deploy/deployer';
import { deployGround } from './deploy/ground';
import { fundLiquidator } from './deploy/liquidator';
import { deployMarketV30 } from './deploy/marketV30';
import { deployMarketV36 } from './deploy/marketV36';
import { deployMorpho } from './deploy/morpho';
import { ageMarkets, fillMarket } from './deploy/whale';
import { MARKETS, type MarketName } from './production';

export type AaveVersion = '3.6' | '3.0';

export const MARKETS_OF: Record<AaveVersion, MarketName[]> = {
  '3.6': Object.keys(MARKETS) as MarketName[],
  '3.0': ['Core'],
};

/** Spark is Aave 3.0 wherever it stands. */
export const versionOf = (market: MarketName, chain: AaveVersion): AaveVersion =>
  market === 'Spark' ? '3.0' : chain;

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
  await standInForAbsent(client);
  const v36 = createDeployer(client, artifactsV36);
  const v30 = createDeployer(client, artifactsV30);
  for (const name of MARKETS_OF[version]) {
    await (versionOf(name, version) === '3.6' ? deployMarketV36(v36, name) : deployMarketV30(v30, name));
    await fillMarket(client, name);
  }
  await fundLiquidator(client, MARKETS_OF[version]);
  if (version === '3.6') {
    await deployAaveV2(client);
    await deployMorpho(client);
    await deployCompoundV2(client);
  }
  await ageMarkets(client, MARKETS_OF[version]);
  if (version === '3.6') await ageAaveV2(client);
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
  const last = await client.getBlockNumber();
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
    // Where the deployment ended: Compound v2 counts interest by blocks and cannot go back.
    number: numberToHex(last + 1n),
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
  const key = hashOf(
    artifactsV30.key,
    ...(version === '3.6' ? [artifactsV36, artifactsV2, artifactsMorpho, artifactsCompoundV2] : []).map(
      (artifacts) => artifacts.key,
    ),
    sourceHash(),
    JSON.stringify(absentContracts()),
  );
  return cachedFile(`genesis-${version}-${key}.json`, () => build(version));
}
