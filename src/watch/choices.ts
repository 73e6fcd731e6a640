import type { AlertChoices } from '../model/settings';
import { alertChoicesItem } from '../platform/storage';
import { usualChoices } from '../risk/choices';

/** What the user has chosen; what they have not, as usual. */
export const currentChoices = async (): Promise<AlertChoices> => ({
  ...usualChoices,
  ...(await alertChoicesItem.getValue()),
});
