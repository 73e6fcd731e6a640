import type { Page } from '@playwright/test';

/**
 * Texts of the badge whose contrast is below AA's 4.5. axe gives up on elements outside of the body ("unable to
 * determine"), and that is where the badge lives.
 */
export const faintTexts = (page: Page): Promise<string[]> => page.evaluate(measure);

function measure(): string[] {
  const badge = document.documentElement.lastElementChild?.shadowRoot;
  const texts = [...(badge?.querySelectorAll(':not([role="status"])') ?? [])].filter(
    (element) =>
      element.checkVisibility() &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
  );
  if (texts.length === 0) throw new Error('no text to measure');
  return texts
    .map((element) => ({ element, ratio: contrast(getComputedStyle(element).color, behind(element)) }))
    .filter(({ ratio }) => !(ratio >= 4.5))
    .map(({ element, ratio }) => `${element.textContent} ${ratio.toFixed(2)}`);

  function behind(element: Element): string {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
    }
    return 'none';
  }

  function contrast(a: string, b: string): number {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  }

  /** Relative luminance as WCAG 2 has it; not a number for anything but an opaque colour. */
  function luminance(colour: string): number {
    const [, ...channels] = colour.match(/^rgb\((\d+), (\d+), (\d+)\)$/) ?? [];
    const [r = Number.NaN, g = 0, b = 0] = channels.map((channel) => {
      const share = Number(channel) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
}
