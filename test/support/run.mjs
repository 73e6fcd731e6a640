import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Runs a package's own command, or a script of ours, with this Node, from the repository root; resolves with all it printed. */
export function runTool(root, [tool, ...args], { env = {}, minutes = 5 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [toolPath(root, tool), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      timeout: minutes * 60_000,
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\nStopped by ${signal}.\n` : output });
    });
  });
}

function toolPath(root, tool) {
  if (tool.endsWith('.mjs')) return join(root, tool);
  const [name, command] = tools[tool];
  const file = join(root, 'node_modules', name, 'package.json');
  const { bin } = createRequire(import.meta.url)(file);
  return join(file, '..', typeof bin === 'string' ? bin : bin[command]);
}

/** Package and command behind each name, because a package may bring several. */
const tools = {
  biome: ['@biomejs/biome', 'biome'],
  tsc: ['typescript', 'tsc'],
  knip: ['knip', 'knip'],
  wxt: ['wxt', 'wxt'],
  'size-limit': ['size-limit', 'size-limit'],
  vitest: ['vitest', 'vitest'],
  playwright: ['@playwright/test', 'playwright'],
};
