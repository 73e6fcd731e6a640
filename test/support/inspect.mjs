// Says nothing of its own on stdout: with --json that is one object and nothing else.
try {
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('../../src/inspect/main.ts');
  process.exitCode = await main(process.argv.slice(2), { print: console.log, complain: console.error });
} catch (error) {
  const isMissing = error?.code === 'ERR_MODULE_NOT_FOUND';
  console.error(isMissing ? 'The packages are not installed yet: run "npm ci" first.' : error);
  process.exitCode = 1;
}
