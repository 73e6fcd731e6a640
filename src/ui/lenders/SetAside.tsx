import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';

interface Props {
  readonly found: readonly unknown[];
  clear(): Promise<void>;
}

/** What was kept as a loan and cannot be read as one: it stays until the user says otherwise. */
export function SetAside({ found, clear }: Props) {
  const action = useAction(clear);
  if (found.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{found.length === 1 ? 'One loan' : `${found.length} loans`} could not be read</h2>
      <p class="hint">What was kept is damaged. It is set aside, not lost: copy from it what you need.</p>
      <details class="meanings">
        <summary>
          <span class="name">What was kept</span>
        </summary>
        <pre>{JSON.stringify(found, null, 1)}</pre>
        <button type="button" class="quiet" onClick={() => action.run()}>
          Delete it for good
        </button>
      </details>
      <Failure of={action} what="Could not delete it" />
    </section>
  );
}
