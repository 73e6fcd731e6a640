import type { CDPSession, Page } from '@playwright/test';

/** What a badge shows, read out of its closed shadow root by the debugger, which page scripts cannot do. */
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

interface Node {
  readonly backendNodeId: number;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
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

const badgesIn = async (devtools: CDPSession): Promise<Found[]> => {
  const { root } = (await devtools.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const found: Found[] = [];
  each(root, (host) => {
    for (const shadow of host.shadowRoots ?? []) {
      const pill = find(shadow, (node) => attribute(node, 'data-level') !== undefined);
      if (shadow.shadowRootType === 'closed' && pill) found.push({ host, root: shadow, pill });
    }
  });
  return found;
};

const withDevtools = async <T>(page: Page, work: (devtools: CDPSession) => Promise<T>): Promise<T> => {
  const devtools = await page.context().newCDPSession(page);
  try {
    return await work(devtools);
  } finally {
    await devtools.detach().catch(() => undefined);
  }
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

export const readBadges = (page: Page): Promise<BadgeReading[]> =>
  withDevtools(page, async (devtools) => (await badgesIn(devtools)).map(reading));

export const clickInBadge = (page: Page, part?: string): Promise<void> =>
  withDevtools(page, async (devtools) => {
    const [badge] = await badgesIn(devtools);
    if (!badge) throw new Error('no badge to click');
    const target =
      part === undefined ? badge.pill : find(badge.root, (node) => attribute(node, 'data-part') === part);
    if (!target) throw new Error(`the badge has no data-part="${part}"`);
    const { model } = await devtools.send('DOM.getBoxModel', { backendNodeId: target.backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  });
