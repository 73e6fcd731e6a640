import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Abi } from 'viem';
import { type Artifacts, type LinkReferences, linksFrom } from './artifacts';
import { hashOf } from './cache';

const require = createRequire(import.meta.url);
const manifest = require.resolve('@aave/core-v3/package.json');

const FOLDERS: Record<string, string> = {
  PoolAddressesProvider: 'protocol/configuration',
  ACLManager: 'protocol/configuration',
  AaveOracle: 'misc',
  AaveProtocolDataProvider: 'misc',
  DefaultReserveInterestRateStrategy: 'protocol/pool',
  Pool: 'protocol/pool',
  PoolConfigurator: 'protocol/pool',
  AToken: 'protocol/tokenization',
  StableDebtToken: 'protocol/tokenization',
  VariableDebtToken: 'protocol/tokenization',
  MintableERC20: 'mocks/tokens',
  MockAggregator: 'mocks/oracle/CLAggregators',
};

/** Aave v3.0 as its npm package ships it compiled; also the source of the mock token and feed of both versions. */
export const artifactsV30: Artifacts = {
  key: hashOf((require('@aave/core-v3/package.json') as { version: string }).version),
  async get(contract) {
    const folder = FOLDERS[contract] ?? 'protocol/libraries/logic';
    const path = join(
      dirname(manifest),
      'artifacts/contracts',
      folder,
      `${contract}.sol`,
      `${contract}.json`,
    );
    const file = JSON.parse(await readFile(path, 'utf8')) as {
      abi: Abi;
      bytecode: string;
      linkReferences: LinkReferences;
    };
    return { abi: file.abi, bytecode: file.bytecode, links: linksFrom(file.linkReferences) };
  },
};
