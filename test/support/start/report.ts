import { formatUnits } from 'viem';
import { type Answer, written } from './contract';
import type { Seen } from './observe';
import type { Step } from './steps';

const widths = [22, 15, 46, 15, 22, 0];
const titles = ['step', 'ETH', 'badge', 'toolbar', 'popup', 'contract'];

function line(cells: readonly string[]): void {
  console.log(cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
}

export function printTitles(): void {
  console.log('');
  line(titles);
}

export function printStep(
  step: Step,
  { badge, toolbar, popup }: Seen,
  answer: Answer,
  found: string[],
): void {
  const verdict = answer.liquidates ? 'liquidates' : `refuses: ${answer.refusal}`;
  line([
    step.name,
    `$${formatUnits(step.price, 8)}`,
    [badge.healthFactor, badge.buffer, badge.trigger, badge.word].filter(Boolean).join(' · '),
    `${toolbar.text} ${toolbar.colour}`,
    `${popup.healthFactor} · ${popup.level}`,
    `${written(answer)}, ${verdict}`,
  ]);
  for (const each of found) console.log(`   DISAGREES: ${each}`);
}
