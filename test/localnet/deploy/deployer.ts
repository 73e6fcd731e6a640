import { type Address, encodeDeployData, encodeFunctionData, type Hex } from 'viem';
import { type Artifacts, link } from '../artifacts';
import { type LocalClient, sendAndMine } from '../client';

/** Owner and pool admin of every local market. */
export const ADMIN: Address = '0xad00000000000000000000000000000000000001';

export interface Deployer {
  /** Deploys at a fresh address, with the libraries it links (each deployed once). */
  create(contract: string, args?: unknown[]): Promise<Address>;
  /** Deploys at a chosen address. */
  install(at: Address, contract: string, args?: unknown[]): Promise<void>;
  call(to: Address, contract: string, functionName: string, args: unknown[]): Promise<void>;
  readAddress(from: Address, contract: string, functionName: string): Promise<Address>;
}

export function createDeployer(client: LocalClient, artifacts: Artifacts): Deployer {
  const libraries: Record<string, Address> = {};

  async function creationCode(contract: string, args: unknown[]): Promise<Hex> {
    const artifact = await artifacts.get(contract);
    for (const library of Object.keys(artifact.links)) libraries[library] ??= await create(library);
    return encodeDeployData({ abi: artifact.abi, bytecode: link(artifact, libraries), args });
  }

  async function create(contract: string, args: unknown[] = []): Promise<Address> {
    const data = await creationCode(contract, args);
    const receipt = await sendAndMine(client, { from: ADMIN, data });
    if (receipt.status !== 'success' || !receipt.contractAddress)
      throw new Error(`${contract} did not deploy`);
    return receipt.contractAddress;
  }

  return {
    create,
    async install(at, contract, args = []) {
      await installCode(client, at, await creationCode(contract, args));
    },
    async call(to, contract, functionName, args) {
      const { abi } = await artifacts.get(contract);
      const data = encodeFunctionData({ abi, functionName, args });
      const receipt = await sendAndMine(client, { from: ADMIN, to, data });
      if (receipt.status !== 'success') throw new Error(`${contract}.${functionName} reverted`);
    },
    async readAddress(address, contract, functionName) {
      const { abi } = await artifacts.get(contract);
      return (await client.readContract({ address, abi, functionName })) as Address;
    },
  };
}

/**
 * Runs the constructor at the address itself (so that its storage, its immutables and its `address(this)` are those of
 * a real deployment there), then replaces the creation code by what it returned. Nonce 1 as EIP-161 gives a contract.
 */
export async function installCode(client: LocalClient, at: Address, creationCode: Hex): Promise<void> {
  await client.setCode({ address: at, bytecode: creationCode });
  const { data: runtime } = await client.call({ account: ADMIN, to: at });
  const receipt = await sendAndMine(client, { from: ADMIN, to: at });
  if (receipt.status !== 'success' || !runtime) throw new Error(`Nothing was installed at ${at}`);
  await client.setCode({ address: at, bytecode: runtime });
  await client.setNonce({ address: at, nonce: 1 });
}
