// Says nothing of its own on stdout: with --json that is one object and nothing else.
import { fileURLToPath } from 'node:url';

try {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(fileURLToPath(new URL('../../src/inspect/main.ts', import.meta.url)));
  process.exitCode = await module.main(process.argv.slice(2), {
    print: console.log,
    complain: console.error,
  });
} catch (error) {
  const isMissing = error?.code === 'ERR_MODULE_NOT_FOUND';
  console.error(isMissing ? 'The packages are not installed yet: run "npm ci" first.' : error);
  process.exitCode = 1;
}
