import { t } from '../../i18n/t';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';

interface Props {
  readonly name: string;
  /** What it means, in a sentence. */
  readonly meaning?: string;
  readonly on: boolean;
  set(on: boolean): Promise<void>;
}

/** Something that is on or off. The box shows what is kept, which changes when that does. */
export function Switch({ name, meaning, on, set }: Props) {
  const action = useAction(set);
  return (
    <div>
      <label class="check">
        <input type="checkbox" checked={on} disabled={action.busy} onChange={() => action.run(!on)} />
        <span>
          {name}
          {meaning !== undefined && <small>{meaning}</small>}
        </span>
      </label>
      <Failure of={action} what={t('options.failed')} />
    </div>
  );
}
