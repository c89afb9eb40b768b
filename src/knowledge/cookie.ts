import { cookieAttributes, unpartitioned } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

/**
 * `serialize(name, value, options)` up to 1.x; 1.1 names it `stringifySetCookie` and takes an object as well, 2.x only
 * the object (cookie 0.7.2 index.js, 1.1.1 and 2.0.2 dist/index.d.ts).
 */
export const cookie = {
  name: 'cookie',
  packages: ['cookie'],
  requestCookies: ['parse()', 'parseCookie()'],
  operations: [
    {
      kind: 'cookie.set',
      path: 'serialize',
      fields: {
        ...cookieAttributes((attribute) => [{ arg: 2, path: attribute }], 'seconds'),
        name: { from: { arg: 0 } },
        value: { from: { arg: 1 } },
        script: { from: { always: false } },
      },
      ineffective: [unpartitioned('<0.6.0')],
    },
    {
      kind: 'cookie.set',
      path: 'stringifySetCookie',
      fields: {
        ...cookieAttributes((attribute) => [{ arg: 2, path: attribute }, { arg: 0, path: attribute }], 'seconds'),
        name: { from: [{ arg: 0, path: 'name' }, { arg: 0 }] },
        value: { from: [{ arg: 0, path: 'value' }, { arg: 1 }] },
        script: { from: { always: false } },
      },
    },
  ],
} satisfies LibraryModel;
