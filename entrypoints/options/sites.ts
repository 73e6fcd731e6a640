import { t } from '../../src/i18n/t';
import { askToRun } from '../../src/platform/permissions';
import { runNoLongerOn, runOn } from '../../src/platform/siteScripts';
import { sitesItem } from '../../src/platform/storage';
import { giveUp } from './giveUp';

/** Called from a click, because the browser asks the user. */
export async function addSite(host: string): Promise<void> {
  if (!(await askToRun(host))) throw new Error(t('options.sites.refused'));
  await runOn(host);
  await sitesItem.update((sites) => [...new Set([...sites, host])]);
}

export async function removeSite(host: string): Promise<void> {
  await runNoLongerOn(host);
  await sitesItem.update((sites) => sites.filter((site) => site !== host));
  await giveUp(`https://${host}`);
}

export async function removeAllSites(): Promise<void> {
  for (const host of await sitesItem.getValue()) await removeSite(host);
}
