/** The compilers have no types of their own; an alias is the same package in another version. */
declare module 'solc' {
  /** Standard-JSON compile. `import` is called, synchronously, for each source that the input does not carry. */
  export function compile(
    input: string,
    callbacks: { import: (path: string) => { contents: string } | { error: string } },
  ): string;
  const solc: { compile: typeof compile };
  export default solc;
}

declare module 'solc-0.8.19' {
  import type solc from 'solc';

  const compiler: typeof solc;
  export default compiler;
}
