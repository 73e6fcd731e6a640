import { useEffect, useState } from 'preact/hooks';

/** A screen of the popup. It is kept in the address, so that "back", a tab of its own and a notification's click all work. */
export type Route =
  | { readonly screen: 'positions' | 'calculator' | 'lenders' }
  | { readonly screen: 'position'; readonly key: string };

const POSITION = '#position=';

/** The screen that an address's fragment names; anything unknown is the list of positions. */
export function routeOf(hash: string): Route {
  if (hash.startsWith(POSITION)) return { screen: 'position', key: decoded(hash.slice(POSITION.length)) };
  const screen = hash.slice(1);
  return { screen: screen === 'calculator' || screen === 'lenders' ? screen : 'positions' };
}

export const hashOf = (route: Route): string =>
  route.screen === 'position' ? POSITION + encodeURIComponent(route.key) : `#${route.screen}`;

export function useRoute(): Route {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
