import type { Abi, Hex } from 'viem';

/** Byte offsets at which a library's address goes in, by library name. */
export type Links = Record<string, number[]>;

export interface Artifact {
  abi: Abi;
  /** Creation code. Where a library's address belongs it carries a placeholder until `link` fills it. */
  bytecode: string;
  links: Links;
}

export interface Artifacts {
  get(contract: string): Promise<Artifact>;
  /** Identifies sources and settings: whatever is built from these artifacts is cached under it. */
  key: string;
}

/** The shape that solc's output and Hardhat's artifacts share. */
export type LinkReferences = Record<string, Record<string, { start: number }[]>>;

export function linksFrom(references: LinkReferences): Links {
  const links: Links = {};
  for (const libraries of Object.values(references))
    for (const [library, places] of Object.entries(libraries)) links[library] = places.map((p) => p.start);
  return links;
}

export function link(artifact: Artifact, addresses: Record<string, Hex>): Hex {
  let code = artifact.bytecode.replace(/^0x/, '');
  for (const [library, offsets] of Object.entries(artifact.links)) {
    const address = addresses[library];
    if (!address) throw new Error(`No address for library ${library}`);
    for (const offset of offsets)
      code = code.slice(0, offset * 2) + address.slice(2).toLowerCase() + code.slice(offset * 2 + 40);
  }
  return `0x${code}`;
}
