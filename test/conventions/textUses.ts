import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst, transformWithEsbuild } from 'vite';

/** As much of a syntax tree as is looked at here. */
export interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Every node of a tree. */
const all = (node: Node): Node[] => [node, ...partsOf(node).flatMap(all)];

export interface Source {
  readonly path: string;
  readonly nodes: readonly Node[];
}

/** The sources that ship, without their types, as trees. */
export async function sources(): Promise<Source[]> {
  const files = ['src', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(({ name }) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  return Promise.all(
    files.map(async (file) => {
      const { code } = await transformWithEsbuild(readFileSync(file, 'utf8'), file, { jsx: 'preserve' });
      return { path: file.slice(root.length), nodes: all(parseAst(code, { jsx: true }) as unknown as Node) };
    }),
  );
}

/** One use of `t`: the keys that it may mean, and the names of the values that it is given. */
export interface Use {
  readonly path: string;
  readonly keys: readonly RegExp[];
  /** Null where they cannot be told. */
  readonly values: readonly string[] | null;
}

const isCallOf = (name: string) => (node: Node) =>
  node.type === 'CallExpression' && (node.callee as Node).name === name;

export const usesIn = ({ path, nodes }: Source): Use[] =>
  nodes.filter(isCallOf('t')).map((call) => {
    const [key, ...given] = call.arguments as Node[];
    // With a count before them the values come last.
    const values = given.at(-1);
    return { path, keys: key ? keysOf(key) : [], values: values ? namesIn(values, nodes) : [] };
  });

const exactly = (texts: readonly string[]): RegExp =>
  new RegExp(`^${texts.map((text) => text.replaceAll('.', '\\.')).join('[^.]+')}$`);

function keysOf(node: Node): RegExp[] {
  if (node.type === 'Literal') return [exactly([String(node.value)])];
  if (node.type === 'ConditionalExpression')
    return [...keysOf(node.consequent as Node), ...keysOf(node.alternate as Node)];
  if (node.type === 'TemplateLiteral')
    return [exactly((node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked))];
  return [];
}

/** The names in an object; a constant or a function of the same file that stands for one is looked up. */
function namesIn(node: Node | null | undefined, nodes: readonly Node[]): string[] | null {
  if (node?.type === 'ObjectExpression') {
    const names = (node.properties as Node[]).map((each) =>
      each.type === 'SpreadElement'
        ? namesIn(each.argument as Node, nodes)
        : [String((each.key as Node).name)],
    );
    return names.some((each) => each === null) ? null : names.flatMap((each) => each ?? []);
  }
  const name = node?.type === 'CallExpression' ? (node.callee as Node).name : node?.name;
  if (name === undefined) return null;
  for (const made of nodes) {
    if (made.type !== 'VariableDeclarator' || (made.id as Node).name !== name) continue;
    const value = made.init as Node | null;
    const names = namesIn(value?.type === 'ArrowFunctionExpression' ? (value.body as Node) : value, nodes);
    if (names !== null) return names;
  }
  return null;
}

/** What is no text even where it has letters and a space. */
const NO_TEXT = ['class', 'rel', 'viewBox', 'd', 'href', 'target', 'type', 'scope', 'role'];

/** Words that would be shown as they stand in the source, whatever the language. */
export const fixedTexts = ({ nodes }: Source): string[] =>
  nodes
    .flatMap((node) => {
      if (node.type === 'JSXText') return [String(node.value)];
      if (node.type === 'JSXAttribute' && NO_TEXT.includes(String((node.name as Node).name))) return [];
      if (node.type === 'JSXAttribute') return literals(node.value as Node | null).filter(isProse);
      return node.type === 'JSXElement' ? (node.children as Node[]).flatMap(literals) : [];
    })
    .map((text) => text.trim())
    .filter((text) => /\p{L}/u.test(text));

/** Two words or more, or one with what a sentence has about it: what a user would read, in whatever source it stands. */
const isSaid = (text: string): boolean => /\p{L}{2,}[.,:]? [\p{L}{]|\p{L}{2,}\.$/u.test(text);

/** Phrases in a source beside those of errors that are thrown, which are for nobody's eyes. */
export function phrases({ nodes }: Source): string[] {
  const thrown = new Set(nodes.filter(({ type }) => type === 'NewExpression').flatMap(all));
  const textOf = (node: Node): string => {
    if (thrown.has(node) || (node.type !== 'Literal' && node.type !== 'TemplateLiteral')) return '';
    return node.type === 'TemplateLiteral' ? literals(node).join('{}') : (literals(node)[0] ?? '');
  };
  return nodes.map(textOf).filter(isSaid);
}

const isProse = (text: string): boolean => /\p{L} \p{L}|^\p{Lu}|…/u.test(text);

/** The texts that an expression may come to without a call. */
function literals(node: Node | null): string[] {
  if (node === null) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (node.type === 'JSXExpressionContainer') return literals(node.expression as Node);
  if (node.type === 'ConditionalExpression')
    return [...literals(node.consequent as Node), ...literals(node.alternate as Node)];
  return node.type === 'LogicalExpression' ? literals(node.right as Node) : [];
}
