import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Abi } from 'viem';
import { type Artifact, type Artifacts, type LinkReferences, linksFrom } from './artifacts';
import { cachedFile, hashOf } from './cache';

const require = createRequire(import.meta.url);
const aave = require.resolve('@aave-dao/aave-v3-origin/package.json');
// Aave's package declares OpenZeppelin through this one; follow the declarations, whatever npm hoists.
const utilities = createRequire(aave).resolve('@bgd-labs/solidity-utils/package.json');
const openzeppelin = createRequire(utilities).resolve('@openzeppelin/contracts/package.json');
const compiler = require.resolve('solc/package.json');

const CONTRACTS = 'aave-v3-origin/contracts/';

/** Contract name to its source; libraries are the ones that the pool and its configurator call by delegatecall. */
const SOURCES: Record<string, string> = {
  PoolAddressesProvider: 'protocol/configuration/PoolAddressesProvider.sol',
  ACLManager: 'protocol/configuration/ACLManager.sol',
  AaveOracle: 'misc/AaveOracle.sol',
  DefaultReserveInterestRateStrategyV2: 'misc/DefaultReserveInterestRateStrategyV2.sol',
  AaveProtocolDataProvider: 'helpers/AaveProtocolDataProvider.sol',
  PoolInstance: 'instances/PoolInstance.sol',
  PoolConfiguratorInstance: 'instances/PoolConfiguratorInstance.sol',
  ATokenInstance: 'instances/ATokenInstance.sol',
  VariableDebtTokenInstance: 'instances/VariableDebtTokenInstance.sol',
  Errors: 'protocol/libraries/helpers/Errors.sol',
  BorrowLogic: 'protocol/libraries/logic/BorrowLogic.sol',
  ConfiguratorLogic: 'protocol/libraries/logic/ConfiguratorLogic.sol',
  FlashLoanLogic: 'protocol/libraries/logic/FlashLoanLogic.sol',
  LiquidationLogic: 'protocol/libraries/logic/LiquidationLogic.sol',
  PoolLogic: 'protocol/libraries/logic/PoolLogic.sol',
  SupplyLogic: 'protocol/libraries/logic/SupplyLogic.sol',
};

/** What Aave's own app asks; no market needs it. */
const APP_SOURCES: Record<string, string> = {
  UiPoolDataProviderV3: 'helpers/UiPoolDataProviderV3.sol',
};

const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'shanghai',
  viaIR: false,
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.bytecode.linkReferences'] } },
};

function resolveSource(path: string): string {
  if (path.startsWith(CONTRACTS)) return join(dirname(aave), 'src/contracts', path.slice(CONTRACTS.length));
  return join(dirname(openzeppelin), path.replace(/^openzeppelin-contracts\/contracts\//, ''));
}

interface SolcOutput {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<
    string,
    Record<string, { abi: Abi; evm: { bytecode: { object: string; linkReferences: LinkReferences } } }>
  >;
}

/** About 17 s of one core: the compiler is loaded only when the cache has no answer. */
async function compile(wanted: Record<string, string>): Promise<string> {
  const { default: solc } = await import('solc');
  const read = (path: string) => ({ contents: readFileSync(resolveSource(path), 'utf8') });
  const sources = Object.fromEntries(
    Object.values(wanted).map((path) => [CONTRACTS + path, { content: read(CONTRACTS + path).contents }]),
  );
  const input = JSON.stringify({ language: 'Solidity', sources, settings: SETTINGS });
  const output = JSON.parse(solc.compile(input, { import: read })) as SolcOutput;
  const errors = (output.errors ?? []).filter((e) => e.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((e) => e.formattedMessage).join('\n'));
  const artifacts: Record<string, Artifact> = {};
  for (const [name, path] of Object.entries(wanted)) {
    const contract = output.contracts[CONTRACTS + path]?.[name];
    if (!contract) throw new Error(`The compiler gave no ${name}`);
    const { object, linkReferences } = contract.evm.bytecode;
    artifacts[name] = { abi: contract.abi, bytecode: object, links: linksFrom(linkReferences) };
  }
  return JSON.stringify(artifacts);
}

const versionIn = (manifest: string) => (require(manifest) as { version: string }).version;

function artifactsOf(name: string, sources: Record<string, string>): Artifacts {
  const versions = [aave, openzeppelin, compiler].map(versionIn);
  const key = hashOf(...versions, JSON.stringify(SETTINGS), JSON.stringify(sources));
  const load = async () => {
    const path = await cachedFile(`${name}-${key}.json`, () => compile(sources));
    return JSON.parse(await readFile(path, 'utf8')) as Record<string, Artifact>;
  };
  let loaded: ReturnType<typeof load> | undefined;
  return {
    key,
    async get(contract) {
      loaded ??= load();
      const artifact = (await loaded)[contract];
      if (!artifact) throw new Error(`Aave v3.6 has no ${contract} among the compiled contracts`);
      return artifact;
    },
  };
}

/** Aave v3.6, compiled from its npm package. BUSL-1.1: cached, never committed. */
export const artifactsV36 = artifactsOf('aave-v3.6', SOURCES);
export const artifactsAppV36 = artifactsOf('aave-v3.6-app', APP_SOURCES);
