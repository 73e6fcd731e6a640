import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Abi } from 'viem';
import type { Artifact, Artifacts } from './artifacts';
import { cachedFile, hashOf } from './cache';

const source = readFileSync(new URL('standIn/PreLiquidation.sol', import.meta.url), 'utf8');

const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'paris',
  viaIR: true,
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
};

interface SolcOutput {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: { standIn: Record<string, { abi: Abi; evm: { bytecode: { object: string } } }> };
}

async function compile(): Promise<string> {
  const { default: solc } = await import('solc');
  const sources = { standIn: { content: source } };
  const input = JSON.stringify({ language: 'Solidity', sources, settings: SETTINGS });
  const none = { import: () => ({ error: 'nothing is imported' }) };
  const { errors = [], contracts } = JSON.parse(solc.compile(input, none)) as SolcOutput;
  const wrong = errors.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(wrong.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const artifacts = Object.entries(contracts.standIn).map(([name, { abi, evm }]): [string, Artifact] => [
    name,
    { abi, bytecode: evm.bytecode.object, links: {} },
  ]);
  return JSON.stringify(Object.fromEntries(artifacts));
}

const key = hashOf(source, JSON.stringify(SETTINGS));

/** The stand-ins of standIn/PreLiquidation.sol, compiled. */
export const artifactsStandIn: Artifacts = {
  key,
  async get(contract) {
    const path = await cachedFile(`pre-liquidation-${key}.json`, compile);
    const artifact = (JSON.parse(await readFile(path, 'utf8')) as Record<string, Artifact>)[contract];
    if (!artifact) throw new Error(`There is no stand-in ${contract}`);
    return artifact;
  },
};
