import { fakeBrowser } from 'wxt/testing';
import { Audit, type Outcome } from './audit';
import type { Debt } from './borrowers';
import { type Forecast, forecasts, isCalm, kindsOf } from './forecast';
import type { Loan } from './oracle/loan';
import { LIQUIDATABLE, LOW, type Telling } from './oracle/reckoning';
import { Patience } from './patience';
import { randomFrom } from './random';
import { stageFor } from './stage';
import { Tally } from './tally';
import { User } from './user';
import { startWorkers } from './worker';
import type { World } from './world';

interface Length {
  readonly seed: number;
  readonly hours: number;
  readonly haste: number;
}

/** Round after round: what the world does, what the worker makes of it, and what the oracle says. */
export async function live(world: World, { seed, hours, haste }: Length) {
  const random = randomFrom(seed);
  const [forecast, stage] = [forecasts(random, haste), await stageFor(world, random)];
  const [audit, tally, patience] = [new Audit(world.borrowers), new Tally(), new Patience()];
  const user = new User(audit.loans, randomFrom(seed + 2), haste);
  await user.save();
  const debts = world.borrowers.flatMap((borrower) => borrower.debts);
  const workers = await startWorkers();

  while (stage.now < stage.begin + hours * 3600) {
    const next = forecast(stage.now);
    const place = Math.floor(next.whose * debts.length);
    const [debt, loan] = [debts[place] as Debt, audit.loans[place] as Loan];
    // Owners and liquidators act before time goes on, so that their blocks lie between two readings.
    const receipts = await act(world, next, debt, loan);
    await stage.open(next, (await untilAlarm()) + next.sleep);
    const { now } = stage;
    // What stands badly from the first is told before anybody wants it otherwise: an hour without a word proves little.
    const chosen = next.isFull || tally.readings === 0 ? [] : await user.choose(now);
    const isKilled = await workers.ring(next);
    tally.rounds += 1;

    const words = await stage.heard(next);
    const wanted = audit.isGoodNews(words) ? 2 : 1;
    const outcome = await outcomeOf(workers.now, stage.border);
    if (!next.isOffline) audit.hear(words, now, user.wanted(now), outcome);
    for (const id of receipts) audit.expect({ id, at: now, what: 'liquidatable' });
    const where = `round ${tally.rounds} at ${now} (${next.conducts}${isKilled ? `, killed at ${next.kill}` : ''})`;
    await audit.check(outcome, next.isMute, debt.owner, now, where);
    const unheard = patience.wrongWith(next, words.length, wanted, now);
    if (unheard) audit.wrong.push(`${where}: ${unheard}`);

    if (words.length > 0) tally.readings += 1;
    await stage.close(next);
    tally.count([
      ...kindsOf(next),
      ...chosen,
      ...(isKilled ? ['kill'] : []),
      ...receipts.map(() => 'liquidation'),
    ]);
    tally.endRound((now - stage.begin) / 3600, audit.wrong.length);
  }
  const { alerts, wrong } = audit;
  const { rounds, readings, heap } = tally;
  const faults = { ...stage.injected, ...tally.faults };
  return { hours: (stage.now - stage.begin) / 3600, rounds, readings, faults, alerts, wrong, heap };
}

/** Seconds, as the worker has set it. */
async function untilAlarm(): Promise<number> {
  const alarm = await fakeBrowser.alarms.get('refresh');
  return Math.round((alarm?.periodInMinutes ?? Number.NaN) * 60);
}

type Worker = Awaited<ReturnType<typeof startWorkers>>['now'];

const outcomeOf = async (
  { history, pending, cardNow }: Worker,
  { rings, icon }: Pick<Outcome, 'rings' | 'icon'>,
): Promise<Outcome> => ({
  history: await history(),
  pending: await pending(),
  rings,
  icon,
  cardOf: (address) => cardNow(address as `0x${string}`, null),
});

/** @returns the ids of the receipts that are to be told */
async function act(world: World, next: Forecast, debt: Debt, loan: Loan): Promise<Telling['id'][]> {
  const moved = async () => loan.moved(await world.net.client.getBlockNumber());
  if (next.act === 'owner' && (await world.act(debt, loan.danger >= LOW ? -8n : 6n))) await moved();
  if (next.act !== 'liquidator' || loan.danger < LIQUIDATABLE || !isCalm(next)) return [];
  const transaction = await world.liquidate(debt);
  if (transaction) await moved();
  return transaction ? [`receipt:${transaction}:${loan.key}`] : [];
}
