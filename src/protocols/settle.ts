import type { Call, Inquiry, Result } from '../model/reader';

/** One round of questions, which can tell what was true of all that it was asked under. */
interface Asked<Beliefs> {
  readonly calls: readonly Call[];
  answer(results: readonly Result[]): void;
  truth(): Beliefs;
}

/** Asks under what is believed, and asks again while the chain says otherwise: the last round, and what held in it. */
export function* settle<Beliefs, Round extends Asked<Beliefs>>(
  first: Beliefs,
  ask: (beliefs: Beliefs) => Round,
  holds: (believed: Beliefs, truth: Beliefs) => boolean,
): Inquiry<{ readonly round: Round; readonly truth: Beliefs }> {
  let beliefs = first;
  for (;;) {
    const round = ask(beliefs);
    round.answer(yield round.calls);
    const truth = round.truth();
    if (holds(beliefs, truth)) return { round, truth };
    beliefs = truth;
  }
}
