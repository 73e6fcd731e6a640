import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { main } from '../../src/inspect/main';
import type { PositionReport, Report } from '../../src/inspect/report';
import type { Protocol } from '../../src/model/reader';

/** What the command with `--json` prints, by its main function; with other protocols than the registry's where given. */
export async function inspected(words: readonly string[], protocols?: readonly Protocol[]): Promise<Report> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const output = {
    print: (text: string) => void printed.push(text),
    complain: (text: string) => void complaints.push(text),
  };
  expect(await main([...words, '--json'], output, protocols)).toBe(0);
  expect([printed.length, complaints]).toEqual([1, []]);
  return JSON.parse(printed[0]!) as Report;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a user starts it, in a process of its own. */
export function command(words: readonly string[]): Promise<Ended> {
  const entry = fileURLToPath(new URL('../support/inspect.mjs', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The position in the market with this address, whatever the case of its letters; null where there is none. */
export const positionIn = ({ positions }: Report, market: string): PositionReport | null =>
  positions.find((each) => each.market.toLowerCase() === market.toLowerCase()) ?? null;
