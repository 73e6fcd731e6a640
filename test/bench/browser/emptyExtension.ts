import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const files: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [
      { matches: ['https://app.aave.com/*'], js: ['content.js'], run_at: 'document_start', world: 'MAIN' },
      { matches: ['https://app.aave.com/*'], js: ['content.js'], run_at: 'document_idle' },
    ],
  }),
  'background.js': 'chrome.runtime.onMessage.addListener((_, __, answer) => answer(null));',
  'content.js': '(() => {})();',
  'popup.html': '<!doctype html><title>Empty</title><article>Empty</article>',
};

/** The least that an extension of our shape can be: a worker that answers, two content scripts and a page, all of them empty. */
export async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-empty-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
