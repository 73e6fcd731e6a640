import { describe, expect, it } from 'vitest';
import { hashOf, type Route, routeOf } from './route';

describe('a screen in the address', () => {
  const routes: Route[] = [
    { screen: 'positions' },
    { screen: 'calculator' },
    { screen: 'lenders' },
    { screen: 'position', key: '1:0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2:0xaa' },
  ];
  it.each(routes)('comes back as it went: $screen', (route) => {
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  it.each(['', '#', '#nowhere', '#position'])('%j is the list', (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'positions' });
  });

  it('a broken escape names no position', () => {
    expect(routeOf('#position=%E0%A4%A')).toEqual({ screen: 'position', key: '' });
  });
});
