import { usualChoices } from '../../src/risk/choices';
import type { Book, Handlers } from '../../src/ui/popup/book';

type Alerts = Pick<Book, 'choices' | 'snoozes'>;

/** Stands in for the extension's storage: what is chosen for one position, until the page is left. */
export function alertKeeper(
  { choices = usualChoices, snoozes = {} }: Alerts,
  changed: (to: Alerts) => void,
): Required<Pick<Handlers, 'levels' | 'snooze'>> {
  return {
    async levels(key, limits) {
      const { [key]: _, ...others } = choices.ownLevels;
      const ownLevels = limits ? { ...others, [key]: limits } : others;
      changed({ snoozes, choices: { ...choices, ownLevels } });
    },
    async snooze(key, until) {
      const { [key]: _, ...others } = snoozes;
      changed({ choices, snoozes: until === null ? others : { ...others, [key]: until } });
    },
  };
}
