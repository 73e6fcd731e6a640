declare module 'solc' {
  /** Standard-JSON compile. `import` is called, synchronously, for each source that the input does not carry. */
  export function compile(
    input: string,
    callbacks: { import: (path: string) => { contents: string } | { error: string } },
  ): string;
  const solc: { compile: typeof compile };
  export default solc;
}
