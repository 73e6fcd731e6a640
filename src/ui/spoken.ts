import { direction, language } from '../i18n/language';

/** Tells the browser and screen readers which language is spoken in an element, and which way it is read. */
export function spoken(element: HTMLElement): void {
  element.lang = language();
  element.dir = direction();
}
