// Builds the packages once more, from the sources package alone and in another folder: not one byte may differ.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { root } from '../support/prepare.mjs';
import { runTool } from '../support/run.mjs';

const folder = join(root, 'test/out/again');
const made = (at) => join(at, '.output');
const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

async function unpack(zip) {
  const { files } = await JSZip.loadAsync(readFileSync(zip));
  for (const file of Object.values(files)) {
    const path = join(folder, file.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await file.async('nodebuffer'));
  }
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [chrome, firefox, sources] = ['chrome', 'firefox', 'sources'].map(
  (kind) => `plimsoll-${version}-${kind}.zip`,
);
rmSync(folder, { recursive: true, force: true });
await unpack(join(made(root), sources));
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

for (const browser of ['chrome', 'firefox']) {
  const { code, output } = await runTool(folder, ['wxt', 'zip', `--browser=${browser}`]);
  if (code !== 0) throw new Error(output);
}
for (const name of [chrome, firefox, sources]) {
  const [first, second] = [root, folder].map((at) => hash(join(made(at), name)));
  console.log(`${first}  ${name}`);
  if (first === second) continue;
  console.log(`${second}  the same, built again`);
  process.exitCode = 1;
}
