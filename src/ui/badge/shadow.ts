import { spoken } from '../spoken';

/** What must not reach the page's own listeners: keys are its shortcuts, focus its traps, pointers its menus. */
const OURS = [
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'click',
  'pointerdown',
  'mousedown',
  'touchstart',
  'wheel',
];

export interface Shadow {
  readonly host: HTMLElement;
  /** Holds everything that is seen. */
  readonly frame: HTMLElement;
  /** Holds the pill, and is what moves. */
  readonly dock: HTMLElement;
  readonly panel: HTMLElement;
  /** What is put here is read out by a screen reader when it comes to it. */
  readonly live: HTMLElement;
}

/** A bare host whose inside the page can neither see nor style. */
export function shadow(document: Document, css: string): Shadow {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('div');
  const part = (name: string) => {
    const element = document.createElement('div');
    element.className = name;
    frame.append(element);
    return element;
  };
  const dock = part('dock');
  const panel = part('panel');
  const live = part('heard');
  live.setAttribute('role', 'status');
  spoken(frame);
  root.append(frame);
  dress(root, document, css);
  for (const type of OURS) frame.addEventListener(type, (event) => event.stopPropagation());
  return { host, frame, dock, panel, live };
}

/** A constructed sheet is beyond the page's policy. Firefox refuses it from a content script: there, an element. */
function dress(root: ShadowRoot, document: Document, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
}
