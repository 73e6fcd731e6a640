import { readFile, writeFile } from 'node:fs/promises';
import JSZip from 'jszip';

/** The earliest that a zip can name. */
const ALWAYS = new Date('1980-01-01T00:00:00Z');

/** Writes a zip anew, so that the same files make the same bytes: by name, all of one time, and no folders. */
export async function makeStable(path: string): Promise<void> {
  const made = await JSZip.loadAsync(await readFile(path));
  const stable = new JSZip();
  const files = Object.values(made.files).filter(({ dir }) => !dir);
  for (const file of files.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    stable.file(file.name, await file.async('nodebuffer'), { date: ALWAYS, createFolders: false });
  }
  const compressed = { compression: 'DEFLATE', compressionOptions: { level: 9 } } as const;
  await writeFile(path, await stable.generateAsync({ type: 'nodebuffer', ...compressed }));
}
