import type { Node } from '../support/badgeTree';

/** A node as WebDriver BiDi has it. */
export interface RemoteNode {
  readonly sharedId: string;
  readonly value: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
    readonly mode?: string;
  };
}

/** The same in the words of Chromium's debugger. */
export const nodeOf = ({ sharedId, value }: RemoteNode): Node => ({
  sharedId,
  nodeType: value.nodeType,
  nodeName: (value.localName ?? '').toUpperCase(),
  nodeValue: value.nodeValue ?? '',
  attributes: Object.entries(value.attributes ?? {}).flat(),
  children: (value.children ?? []).map(nodeOf),
  shadowRoots: value.shadowRoot ? [nodeOf(value.shadowRoot)] : [],
  ...(value.mode && { shadowRootType: value.mode }),
});
