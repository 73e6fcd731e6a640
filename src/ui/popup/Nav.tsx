import { hashOf, type Route } from './route';

const screens = [
  ['positions', 'Positions'],
  ['calculator', 'Calculator'],
  ['lenders', 'Other loans'],
] as const;

export function Nav({ route }: { route: Route }) {
  const here = route.screen === 'position' ? 'positions' : route.screen;
  return (
    <nav class="screens" aria-label="Screens">
      {screens.map(([screen, name]) => (
        <a key={screen} href={hashOf({ screen })} aria-current={screen === here ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
