import type { Plugin } from 'vite';

/** Forms are only ever asked whether a value is of them: what says why not goes, the verdict and the value stay. */
const REASONS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [
    /^function _addIssue\(.*\) \{\n[\s\S]*?^\}\n/gm,
    'function _addIssue(context, label, dataset) {\n' +
      '\tif (context.kind === "schema") dataset.typed = false;\n' +
      '\tdataset.issues ??= [{}];\n}\n',
  ],
  // What the reasons are made of: what was expected, by whom, in which words, and where it was found.
  [/^\t\t(?:expects: |reference: \w+,$|message: message\$1,$).*\n/gm, ''],
  [/^(\t+)(.*_addIssue\([^\n{]*), \{\n(?:\1\t.*\n)*\1\}\);$/gm, '$1$2);'],
  [/(_addIssue\([^\n{]*), \{ .* \}\);$/gm, '$1);'],
  [
    /^(\t+)const pathItem = \{\n(?:\1\t.*\n)*\1\};\n\1for \(const issue of \w+\.issues\) \{\n(?:\1\t.*\n)*\1\}\n/gm,
    '',
  ],
  // What other libraries find forms by.
  [/(?<=^function _standardSchema\(schema\) \{\n)[\s\S]*?(?=^\treturn schema;\n)/gm, ''],
];

/** @throws where the text has not got what is cut, as that of another version may */
export const slim = (text: string): string =>
  REASONS.reduce((rest, [pattern, instead]) => {
    if (rest.search(pattern) < 0) throw new Error(`The text has no ${pattern}`);
    return rest.replace(pattern, instead);
  }, text);

/** valibot without its reasons. */
export const slimValibot = (): Plugin => ({
  name: 'slim-valibot',
  enforce: 'pre',
  transform: (code, id) => (/\/valibot\/dist\/index\.mjs$/.test(id) ? { code: slim(code), map: null } : null),
});
