import type { FormHandlers, Forms } from '../../src/ui/forms/forms';

/** Stands in for the extension's storage, which a plain page has not: what is typed outlives a reload of the tab. */
export function formKeeper(name: string, first: Forms, changed: () => void) {
  const read = (): Forms => JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? first;
  const write = async (part: Partial<Forms>) => {
    sessionStorage.setItem(name, JSON.stringify({ ...read(), ...part }));
    changed();
  };
  const handlers: FormHandlers = {
    calculator: (calculator) => write({ calculator }),
    draft: (draft) => write({ draft }),
    save: (loan) => write({ loans: [...read().loans.filter(({ id }) => id !== loan.id), loan] }),
    remove: (id) => write({ loans: read().loans.filter((loan) => loan.id !== id) }),
    clear: () => write({ setAside: [] }),
  };
  return { read, handlers };
}
