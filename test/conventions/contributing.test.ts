import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeAbiParameters } from 'viem';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Address } from '../../src/model/asset';
import type { Protocol, Result } from '../../src/model/reader';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = join(root, 'test/out/contributing');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const files = [...text.matchAll(/^`(src\/\S+\.ts)`\n\n```ts\n([\s\S]*?)^```$/gm)].map(
  ([, path = '', source = '']) => ({ path, source }),
);

const OWNER: Address = '0x00000000000000000000000000000000000000aa';
const answer = (value: bigint): Result => ({
  ok: true,
  data: encodeAbiParameters([{ type: 'uint256' }], [value]),
});

/** The sources as they are, with the example's folder added and its one line in the registry. */
beforeAll(() => {
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, 'src'), join(copy, 'src'), {
    recursive: true,
    filter: (path) => !/\.test\.tsx?$/.test(path),
  });
  cpSync(join(root, 'assets/locales'), join(copy, 'assets/locales'), { recursive: true });
  for (const { path, source } of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), source);
  }
  const registry = join(copy, 'src/protocols/registry.ts');
  const lines = readFileSync(registry, 'utf8')
    .replace("from './spark';\n", "from './spark';\nimport { tinyVault } from './tinyVault';\n")
    .replace('readonly Protocol[] = [', 'readonly Protocol[] = [\n  tinyVault,');
  writeFileSync(registry, lines);
});

describe('the example of CONTRIBUTING.md', () => {
  it('is one folder', () => {
    expect(files.map(({ path }) => dirname(path))).toEqual(Array(3).fill('src/protocols/tinyVault'));
  });

  it('has no type error', () => {
    const settings = {
      extends: '../../../tsconfig.json',
      exclude: [],
      include: ['src/protocols/registry.ts', 'src/risk/rules.ts'],
    };
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(settings));
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', copy], { cwd: root, stdio: 'pipe' });
  }, 60_000);

  it('is read, and shown to the last unit', async () => {
    const load = (path: string) => import(/* @vite-ignore */ join(copy, 'src', path));
    const { protocols } = (await load('protocols/registry.ts')) as { protocols: Protocol[] };
    const { cardOf } = (await load('view/card.ts')) as typeof import('../../src/view/card');
    const { assess } = (await load('risk/assess.ts')) as typeof import('../../src/risk/assess');
    const tinyVault = protocols.find(({ id }) => id === 'tinyVault')!;
    const reader = tinyVault.read(tinyVault.markets[0]!, OWNER, null);
    expect(reader.next().value).toHaveLength(4);
    // 10 ether of $2,000 and $10,000 of debt: 80% of 20,000 is 1.6 times that, and down to $1,250 it is enough.
    const results = [answer(10n ** 19n), answer(10_000n * 10n ** 8n), answer(2_000n * 10n ** 8n), answer(0n)];
    const ended = reader.next(results);
    if (!ended.done) throw new Error('The reader asks again.');
    const [position] = ended.value.positions;
    const risk = assess(position!);
    if (risk.kind !== 'borrowing') throw new Error(risk.kind);
    expect(risk.liquidationPrices[0]).toMatchObject({ safe: '125000000000', liquidated: '124999999999' });
    const block = { number: '1', timestamp: 1_800_000_000 };
    const figures = {
      account: OWNER,
      chainId: 1,
      block,
      rpc: 'rpc',
      positions: ended.value.positions,
      errors: [],
    };
    const card = cardOf(
      { account: OWNER, chainId: 1, figures, failure: null },
      { now: 1_800_000_000_000, chainName: () => 'Ethereum' },
    );
    expect(card).toMatchObject({ healthFactor: '1.60', trigger: 'ETH $1,250' });
    expect(card.positions[0]!.triggers.map(({ price, reason }) => [price, reason])).toEqual([
      ['$1,250.00000000', null],
      [null, 'None: at no price of USD alone.'],
    ]);
  });
});
