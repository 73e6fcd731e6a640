/** How often the page may take the badge away before we leave it at that. */
const RESTORES = 3;

/**
 * Keeps `host` a child of the document's root element. A page that keeps removing or moving it wins after three
 * restores: `givenUp` is called once and nothing is watched any more. Returns how to stop.
 */
export function guard(document: Document, host: Element, givenUp: () => void): () => void {
  let restored = 0;
  const observer = new MutationObserver(check);

  function check() {
    const root = document.documentElement;
    if (host.parentNode === root) return;
    if (restored === RESTORES) {
      observer.disconnect();
      givenUp();
      return;
    }
    restored += 1;
    root.append(host);
    watch();
  }

  // The root's own children only: what an app does inside its body costs us nothing.
  function watch() {
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  }

  watch();
  return () => observer.disconnect();
}
