import { parseArgs } from 'node:util';
import { prepare, root } from './prepare.mjs';
import { runTool } from './run.mjs';

const hasDisplay =
  ['darwin', 'win32'].includes(process.platform) ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  await prepare();
  console.log('Building the extension …');
  const build = await runTool(root, ['wxt', 'build']);
  if (build.code !== 0) throw new Error(build.output);
  // Only now, because before prepare() it may not be installed.
  const { register } = await import('tsx/esm/api');
  register();
  const { start } = await import('./start/main.ts');
  // Not exitCode: a browser that failed to start would keep this process, and itself, alive for ever.
  process.exit(await start({ show: hasDisplay && !values.check }));
} catch (error) {
  console.error(error);
  process.exit(1);
}
