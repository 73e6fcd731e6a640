/** Works with no wallet and no network. */
export function CalculatorScreen() {
  return <section class="sheet" />;
}
