import type { LibraryModel } from './model.js';

/**
 * The secret stands in the session, or with `cookie` in a cookie of its own (csurf 1.11.0 index.js, `getSecretBag`); the
 * token comes from the body, the query or a header (`defaultValue`).
 */
export const csurf = {
  name: 'csurf',
  packages: ['csurf'],
  operations: [
    {
      kind: 'csrf.configure',
      path: '',
      fields: {
        enabled: { from: { always: true } },
        ignoredMethods: { from: { arg: 0, path: 'ignoreMethods' } },
        secretCookie: { from: { arg: 0, path: 'cookie' }, default: false },
        readToken: { from: { arg: 0, path: 'value' } },
      },
    },
  ],
} satisfies LibraryModel;
