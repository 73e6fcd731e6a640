import { browser } from 'wxt/browser';

interface ManifestScript {
  readonly js?: string[];
  readonly run_at?: 'document_start';
  readonly world?: 'MAIN' | 'ISOLATED';
}

const scriptsOfManifest = (): readonly ManifestScript[] =>
  (browser.runtime.getManifest() as { content_scripts?: readonly ManifestScript[] }).content_scripts ?? [];

const idOf = (host: string, at: number): string => `${host}:${at}`;

/** Lets the scripts of the lending pages run on this site too, from its next load on, and in the same order. */
export async function runOn(host: string): Promise<void> {
  await browser.scripting.registerContentScripts(
    scriptsOfManifest().map(({ js = [], run_at = 'document_start', world = 'ISOLATED' }, at) => ({
      id: idOf(host, at),
      matches: [`https://${host}/*`],
      js,
      runAt: run_at,
      world,
      persistAcrossSessions: true,
    })),
  );
}

/** Nothing to do where they do not run. */
export async function runNoLongerOn(host: string): Promise<void> {
  const ids = scriptsOfManifest().map((_, at) => idOf(host, at));
  await browser.scripting?.unregisterContentScripts({ ids }).catch(() => undefined);
}
