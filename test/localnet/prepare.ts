import { type AaveVersion, genesisFile } from './genesis';

/** Compiles and deploys what the cache lacks: run it once before parallel workers would each do it. */
export async function prepareLocalnet(versions: AaveVersion[] = ['3.6', '3.0']): Promise<void> {
  for (const version of versions) await genesisFile(version);
}
