/** The share of borrowing power in use, with the mark to stay below. Its words are in the figure beside it. */
export function Meter({ share }: { share: number }) {
  return (
    <div class="meter" aria-hidden="true">
      <span class="used" style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
      <span class="mark80" />
    </div>
  );
}
