import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Anvil {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** The platform package's own binary: the package's `anvil` command is a Node wrapper that costs another process. */
function binary(): string {
  const require = createRequire(import.meta.url);
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const name = `@foundry-rs/anvil-${process.platform}-${arch}`;
  const fromAnvil = createRequire(require.resolve('@foundry-rs/anvil/package.json'));
  const folder = join(dirname(fromAnvil.resolve(`${name}/package.json`)), 'bin');
  return join(folder, process.platform === 'win32' ? 'anvil.exe' : 'anvil');
}

/**
 * A watcher holds the read end of our pipe and ends anvil when the pipe closes: so the chain dies with its parent even
 * when that is killed outright (a test runner kills its workers), which no exit handler would see.
 */
const WATCHED = `exec 3<&0; (read -r _ <&3; kill -KILL $$) >/dev/null 2>&1 & exec "$@" 3<&- </dev/null`;

function launch(args: string[]): ChildProcess {
  const stdio: ['pipe', 'pipe', 'pipe'] = ['pipe', 'pipe', 'pipe'];
  if (process.platform === 'win32') return spawn(binary(), args, { stdio });
  return spawn('/bin/sh', ['-c', WATCHED, 'sh', binary(), ...args], { stdio });
}

/** States that stay readable. Without it anvil writes each block's to the disk, a megabyte and more every time. */
const HISTORY = ['--prune-history', '64'];

/** Starts anvil on a free port (or the given one) and resolves as soon as it listens. */
export async function startAnvil(args: string[], port = 0): Promise<Anvil> {
  const child = launch(['--host', '127.0.0.1', '--port', String(port), ...HISTORY, ...args]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  void ended.then(() => {
    process.off('exit', kill);
    child.stdin?.destroy();
  });
  const stop = async () => {
    kill();
    await ended;
  };
  const url = await listening(child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  // Nobody reads the log from here on; left in place it would fill the pipe and stall the chain.
  child.stdout?.resume();
  child.stderr?.resume();
  return { url, pid: child.pid ?? 0, stop };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const address = /Listening on (\S+:\d+)/.exec(log)?.[1];
      if (address) resolve(`http://${address}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`anvil ended with code ${code}: ${log.slice(-2000)}`)));
  });
}
