/** The part of addons-linter that we use; it brings no types. */
declare module 'addons-linter' {
  interface Finding {
    readonly code: string;
    readonly file: string;
  }
  const linter: {
    createInstance(options: { config: object; runAsBinary: false }): {
      run(): Promise<{ errors: readonly Finding[]; warnings: readonly Finding[] }>;
    };
  };
  export default linter;
}
