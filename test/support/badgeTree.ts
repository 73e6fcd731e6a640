/** What a badge shows, read out of its closed shadow root by a debugger, which page scripts cannot do. */
export interface BadgeReading {
  /** data-level of the pill. */
  readonly level: string;
  /** All visible text, pieces joined by one space. */
  readonly text: string;
  /** Text by data-part: "health-factor", "buffer", "trigger", "level", "age", "reason". */
  readonly parts: Readonly<Record<string, string>>;
  /** Text of each data-part="trigger-price", by its asset; empty while the card is closed. */
  readonly prices: Readonly<Record<string, string>>;
  /** Attributes of the host element, which every script of the page can read. */
  readonly hostAttributes: readonly string[];
}

/** A document as a debugger sees it, in the words of Chromium's. */
export interface Node {
  /** By which Chromium finds the element again, and Firefox. */
  readonly backendNodeId?: number;
  readonly sharedId?: string;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  /** Names and values in turn. */
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
  /** Of a frame in the page's own process. */
  readonly contentDocument?: Node;
  readonly shadowRootType?: string;
}

interface Found {
  readonly host: Node;
  readonly root: Node;
  readonly pill: Node;
}

const attribute = (node: Node, name: string): string | undefined => {
  const names = node.attributes ?? [];
  for (let index = 0; index + 1 < names.length; index += 2)
    if (names[index] === name) return names[index + 1];
  return undefined;
};

const find = (node: Node, wanted: (node: Node) => boolean): Node | undefined => {
  if (wanted(node)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
};

const each = (node: Node, visit: (node: Node) => void): void => {
  visit(node);
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) each(child, visit);
  if (node.contentDocument) each(node.contentDocument, visit);
};

const text = (node: Node): string => {
  if (node.nodeType === 3) return node.nodeValue.trim();
  if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return '';
  return (node.children ?? []).map(text).filter(Boolean).join(' ');
};

/** Every badge in the document: a closed shadow root with a pill in it. */
const badgesIn = (document: Node): Found[] => {
  const found: Found[] = [];
  each(document, (host) => {
    for (const shadow of host.shadowRoots ?? []) {
      const pill = find(shadow, (node) => attribute(node, 'data-level') !== undefined);
      if (shadow.shadowRootType === 'closed' && pill) found.push({ host, root: shadow, pill });
    }
  });
  return found;
};

const reading = ({ host, root, pill }: Found): BadgeReading => {
  const parts: Record<string, string> = {};
  const prices: Record<string, string> = {};
  each(root, (node) => {
    const part = attribute(node, 'data-part');
    if (part !== undefined) parts[part] ??= text(node);
    const asset = attribute(node, 'data-asset');
    if (asset !== undefined) prices[asset] = text(node);
  });
  return {
    level: attribute(pill, 'data-level') ?? '',
    text: text(root),
    parts,
    prices,
    hostAttributes: host.attributes ?? [],
  };
};

export const badgeReadings = (document: Node): BadgeReading[] => badgesIn(document).map(reading);

/** The pill of the first badge, or its element with that data-part. */
export const badgePart = (document: Node, part?: string): Node => {
  const [badge] = badgesIn(document);
  if (!badge) throw new Error('no badge to click');
  const target =
    part === undefined ? badge.pill : find(badge.root, (node) => attribute(node, 'data-part') === part);
  if (!target) throw new Error(`the badge has no data-part="${part}"`);
  return target;
};
