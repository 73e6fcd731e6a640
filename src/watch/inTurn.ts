let last: Promise<unknown> = Promise.resolve();

/** One at a time: between looking at what is kept and writing, another's newer figures or alerts could come. */
export function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}
