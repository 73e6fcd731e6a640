import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Abi } from 'viem';
import type { Artifact, Artifacts } from './artifacts';
import { cachedFile, hashOf } from './cache';

const require = createRequire(import.meta.url);
const morpho = require.resolve('@morpho-org/morpho-blue/package.json');
const compiler = require.resolve('solc-0.8.19/package.json');

const SOURCES: Record<string, string> = {
  Morpho: 'src/Morpho.sol',
  IrmMock: 'src/mocks/IrmMock.sol',
  OracleMock: 'src/mocks/OracleMock.sol',
};

/** Those of the package's own foundry.toml, with which mainnet's Morpho was compiled. */
const SETTINGS = {
  optimizer: { enabled: true, runs: 999_999 },
  evmVersion: 'paris',
  viaIR: true,
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
};

interface SolcOutput {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>;
}

/** About 11 s of one core: the compiler is loaded only when the cache has no answer. */
async function compile(): Promise<string> {
  const { default: solc } = await import('solc-0.8.19');
  const read = (path: string) => ({ contents: readFileSync(join(dirname(morpho), path), 'utf8') });
  const sources = Object.fromEntries(
    Object.values(SOURCES).map((path) => [path, { content: read(path).contents }]),
  );
  const input = JSON.stringify({ language: 'Solidity', sources, settings: SETTINGS });
  const output = JSON.parse(solc.compile(input, { import: read })) as SolcOutput;
  const errors = (output.errors ?? []).filter((e) => e.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((e) => e.formattedMessage).join('\n'));
  const artifacts: Record<string, Artifact> = {};
  for (const [name, path] of Object.entries(SOURCES)) {
    const contract = output.contracts[path]?.[name];
    if (!contract) throw new Error(`The compiler gave no ${name}`);
    artifacts[name] = { abi: contract.abi, bytecode: contract.evm.bytecode.object, links: {} };
  }
  return JSON.stringify(artifacts);
}

const versionIn = (manifest: string) => (require(manifest) as { version: string }).version;
const key = hashOf(...[morpho, compiler].map(versionIn), JSON.stringify(SETTINGS), JSON.stringify(SOURCES));

let loaded: Promise<Record<string, Artifact>> | undefined;

async function load(): Promise<Record<string, Artifact>> {
  const path = await cachedFile(`morpho-blue-${key}.json`, compile);
  return JSON.parse(await readFile(path, 'utf8')) as Record<string, Artifact>;
}

/** Morpho Blue, compiled from its npm package. GPL-2.0: cached, never committed. */
export const artifactsMorpho: Artifacts = {
  key,
  async get(contract) {
    loaded ??= load();
    const artifact = (await loaded)[contract];
    if (!artifact) throw new Error(`Morpho has no ${contract} among the compiled contracts`);
    return artifact;
  },
};
