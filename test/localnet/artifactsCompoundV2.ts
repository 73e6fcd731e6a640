import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Abi } from 'viem';
import type { Artifacts } from './artifacts';
import { hashOf } from './cache';

const require = createRequire(import.meta.url);
const manifest = require.resolve('@thenextblock/hardhat-compound/package.json');

/** Compound v2 as the plugin's npm package ships it compiled. */
export const artifactsCompoundV2: Artifacts = {
  key: hashOf((require(manifest) as { version: string }).version),
  async get(contract) {
    const folder = join(dirname(manifest), 'dist/artifacts/contracts/compound', `${contract}.sol`);
    const file = JSON.parse(await readFile(join(folder, `${contract}.json`), 'utf8')) as {
      abi: Abi;
      bytecode: string;
    };
    return { abi: file.abi, bytecode: file.bytecode, links: {} };
  },
};
