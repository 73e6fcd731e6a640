import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Abi } from 'viem';
import { type Artifacts, type LinkReferences, linksFrom } from './artifacts';
import { hashOf } from './cache';

const require = createRequire(import.meta.url);
const manifest = require.resolve('@aave/protocol-v2/package.json');

const FOLDERS: Record<string, string> = {
  LendingPoolAddressesProvider: 'protocol/configuration',
  LendingPool: 'protocol/lendingpool',
  LendingPoolConfigurator: 'protocol/lendingpool',
  LendingPoolCollateralManager: 'protocol/lendingpool',
  DefaultReserveInterestRateStrategy: 'protocol/lendingpool',
  AToken: 'protocol/tokenization',
  StableDebtToken: 'protocol/tokenization',
  VariableDebtToken: 'protocol/tokenization',
  AaveOracle: 'misc',
  AaveProtocolDataProvider: 'misc',
  LendingRateOracle: 'mocks/oracle',
};

/** Aave v2 as its npm package ships it compiled. AGPL: read where npm put it, never committed. */
export const artifactsV2: Artifacts = {
  key: hashOf((require('@aave/protocol-v2/package.json') as { version: string }).version),
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
