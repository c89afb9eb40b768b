import type { LibraryModel } from './model.js';

/**
 * A request with the content of a form comes through when either its origin or its `Sec-Fetch-Site` is let in; what functions
 * return decides, and a `*` is no origin (hono 4.13.19 dist/middleware/csrf/index.js).
 */
export const honoCsrf = {
  name: 'hono/csrf',
  packages: ['hono/csrf'],
  operations: [
    {
      kind: 'csrf.configure',
      path: 'csrf',
      fields: {
        enabled: { from: { always: true } },
        origins: { from: { arg: 0, path: 'origin' }, called: true },
        fetchSites: { from: { arg: 0, path: 'secFetchSite' }, called: true },
      },
    },
  ],
} satisfies LibraryModel;
