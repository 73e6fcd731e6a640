import { PositionBody } from '../parts/PositionBody';
import { example } from './example';
import { Lead, leading } from './Lead';
import { hashOf } from './route';

/** For someone with no wallet here yet: how to begin, what to expect, and an example that says it is one. */
export function Empty() {
  return (
    <section class="sheet welcome">
      <h2>Know your liquidation price</h2>
      <p class="hint">
        Open a lending app such as app.aave.com with your wallet connected, and a small badge shows how far
        you are from liquidation. Or watch any address below.
      </p>
      <ul class="promises">
        <li>It reads public data from the chain, and never signs anything.</li>
        <li>It never asks for a key, and sends your address to the listed RPCs only.</li>
        <li>When it cannot know a figure, it says so.</li>
      </ul>
    </section>
  );
}

export function Example() {
  return (
    <section class="sheet example" data-level={example.level} aria-label="Example of a position">
      <header class="title">
        <span class="stamp">Example, not yours</span>
        <h2>{example.title}</h2>
      </header>
      <Lead position={example} />
      <PositionBody
        position={{ ...example, figures: example.figures.filter(({ term }) => !leading.includes(term)) }}
      />
      <p class="more">
        <a href={hashOf({ screen: 'calculator' })}>Play with figures in the calculator</a>
      </p>
    </section>
  );
}
