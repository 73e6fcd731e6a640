import type { Handlers } from './book';
import { Failure } from './Failure';
import { useAction } from './useAction';

/** Where the badge is hidden, and the way back. */
export function HiddenSites({
  sites,
  unhide,
}: {
  sites: readonly string[];
  unhide: NonNullable<Handlers['unhide']>;
}) {
  const action = useAction(unhide);
  return (
    <section class="sheet">
      <h2>Badge hidden</h2>
      <ul>
        {sites.map((site) => (
          <li class="line" key={site}>
            <bdi>{site}</bdi>
            <button
              type="button"
              class="quiet"
              aria-label={`Show on ${site}`}
              onClick={() => action.run(site)}
            >
              Show again
            </button>
          </li>
        ))}
      </ul>
      <Failure of={action} what="Could not show it" />
    </section>
  );
}
