import type { AlertChoices } from '../model/settings';

/** What is told until the user chooses otherwise. */
export const usualChoices: AlertChoices = {
  levels: { volatile: ['0.4', '0.2', '0.1'], pegged: ['0.08', '0.04', '0.02'] },
  ownLevels: {},
  fastDrop: { share: '0.25', minutes: 30 },
  parameters: true,
  opened: true,
  oracles: true,
  quiet: null,
};
