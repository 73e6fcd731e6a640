/** Loans that no contract tells of: custodial lenders and term loans, entered by hand. */
export function LendersScreen() {
  return <section class="sheet" />;
}
