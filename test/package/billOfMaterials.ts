import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
}

/**
 * What is in the package, in CycloneDX 1.5 (cyclonedx.org), from package-lock.json. "npm sbom --omit=dev" would name every
 * tool that builds it, and leaves out what a tool needs too. Without a serial number and a time, so that it is always the same.
 */
export function billOfMaterials(packages: ReadonlySet<string>, root: string): string {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const components = [...packages].sort().map((path) => {
    const { version, license = '', integrity = '' } = locked[path] ?? { version: '' };
    if (!version) throw new Error(`${path} is not in package-lock.json.`);
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    return {
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      licenses: [{ license: { id: license } }],
      hashes: [{ alg: 'SHA-512', content }],
    };
  });
  const component = { type: 'application', name: locked['']?.name, version: locked['']?.version };
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component },
    components,
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
