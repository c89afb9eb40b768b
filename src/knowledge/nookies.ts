import { cookieAttributes } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

/** `setCookie(context, name, value, options)` without defaults (nookies 2.5.2 dist/index.js). */
export const nookies = {
  name: 'nookies',
  packages: ['nookies'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['setCookie', 'set'],
      fields: {
        ...cookieAttributes((attribute) => [{ arg: 3, path: attribute }], 'seconds'),
        name: { from: { arg: 1 } },
        value: { from: { arg: 2 } },
        // Without a context the page's script writes.
        script: { from: { arg: 0 }, means: { null: true }, default: true },
      },
    },
    { kind: 'cookie.clear', path: ['destroyCookie', 'destroy'], fields: { name: { from: { arg: 1 } } } },
  ],
} satisfies LibraryModel;
