import type { Scheme } from '../../model/settings';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';

const choices = [
  ['', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** Light or dark, here and on the badge. */
export function Colours({ scheme, set }: { scheme: Scheme; set: (to: Scheme) => Promise<void> }) {
  const action = useAction(set);
  return (
    <div class="colours">
      <label>
        Colours{' '}
        <select
          value={scheme ?? ''}
          onChange={({ currentTarget: { value } }) =>
            action.run(value === 'light' || value === 'dark' ? value : null)
          }
        >
          {choices.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Failure of={action} what="Could not change" />
    </div>
  );
}
