/** A style sheet as text, for a constructed CSSStyleSheet: a page's policy has no say over it. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
declare module '*.css';
