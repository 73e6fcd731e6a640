import { Back } from './Back';

/** Why there is nothing to do sums with, and the way back. */
export function Gone({ title, reason }: { title?: string; reason: string }) {
  return (
    <section class="sheet screen-gone">
      <Back />
      {title !== undefined && <h2>{title}</h2>}
      <p>{reason}</p>
    </section>
  );
}
