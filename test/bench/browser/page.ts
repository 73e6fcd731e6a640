import type { TestBrowser } from '../../support/browser';
import type { Table } from '../table';
import { LENDING, median, openStage, pause } from './stage';

const ROUNDS = 15;

/** What a lending page pays for the badge, beside what it pays for content scripts with nothing in them. */
export async function page(): Promise<Table> {
  const stage = await openStage();
  const kinds: readonly Kind[] = [
    { name: 'an empty extension', browser: stage.empty, connected: stage.connected, level: '' },
    { name: 'ours, with the badge', browser: stage.ours, connected: stage.connected, level: 'watch' },
    { name: 'ours, no wallet connected', browser: stage.ours, connected: null, level: 'unknown' },
  ];
  const costs = kinds.map((): Cost[] => []);
  // In turn, so that none has the machine at a better time. The first round warms up and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, kind] of kinds.entries()) {
      const cost = await visit(kind);
      if (round > 0) costs[index]?.push(cost);
    }
  }
  await stage.close();
  const rows = kinds.map(({ name }, index) => ({ name, ...middle(costs[index] ?? []) }));
  const floor = rows[0]?.script ?? Number.NaN;
  return {
    title: `One visit of a lending page that does nothing itself, median of ${ROUNDS}`,
    head: ['', 'script, ms', 'beyond empty', 'style and layout, ms', 'layout shift'],
    rows: rows.map(({ name, script, layout, shift }) => [
      name,
      script.toFixed(1),
      (script - floor).toFixed(1),
      layout.toFixed(1),
      shift.toFixed(3),
    ]),
    notes: [
      'Until two seconds after it has loaded, as the browser counts its own time. Limit: 5 ms with the badge.',
    ],
  };
}

interface Cost {
  readonly script: number;
  readonly layout: number;
  readonly shift: number;
}

interface Kind {
  readonly name: string;
  readonly browser: TestBrowser;
  /** What the page keeps of a connected wallet; null where none is. */
  readonly connected: string | null;
  readonly level: string;
}

const middle = (costs: readonly Cost[]): Cost => ({
  script: median(costs.map(({ script }) => script)),
  layout: median(costs.map(({ layout }) => layout)),
  shift: median(costs.map(({ shift }) => shift)),
});

async function visit({ browser, connected, level }: Kind): Promise<Cost> {
  const page = await browser.newPage();
  const devtools = await browser.context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.addInitScript((text) => {
    if (text === null) localStorage.removeItem('wagmi.store');
    else localStorage.setItem('wagmi.store', text);
  }, connected);
  await page.goto(`https://${LENDING}/`);
  await pause(2_000);
  const { metrics } = await devtools.send('Performance.getMetrics');
  if (level) await browser.waitForBadge(page, (badge) => badge.level === level);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 100);
      }),
  );
  await page.close();
  const milliseconds = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
  return {
    script: milliseconds('ScriptDuration'),
    layout: milliseconds('LayoutDuration') + milliseconds('RecalcStyleDuration'),
    shift,
  };
}
