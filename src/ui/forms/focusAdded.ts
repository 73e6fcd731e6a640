/** Puts the focus into the row that a button has just added before itself, once it is there. */
export function focusAdded(button: Element): void {
  requestAnimationFrame(() => button.previousElementSibling?.querySelector('input')?.focus());
}
