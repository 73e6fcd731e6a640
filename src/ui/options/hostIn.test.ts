import { expect, it } from 'vitest';
import { hostIn } from './hostIn';

it.each([
  ['app.example.org', 'app.example.org'],
  [' https://App.Example.org/markets?x=1#y ', 'app.example.org'],
  ['example.xn--p1ai', 'example.xn--p1ai'],
])('%s is a site', (typed, host) => expect(hostIn(typed)).toBe(host));

it.each([
  ...[
    '',
    'nowhere',
    'localhost',
    '127.0.0.1',
    'https://[::1]/',
    'http://app.example.org',
    'ftp://app.example.org',
  ],
  ...[
    'https://app.example.org:8443',
    'https://me@app.example.org',
    'a b.org',
    '*.example.org',
    'chrome://settings',
  ],
])('“%s” is none', (typed) => expect(hostIn(typed)).toBeNull());
