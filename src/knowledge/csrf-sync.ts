import type { LibraryModel } from './model.js';

/** The token stands in the session, and comes back in a header unless it is told otherwise (csrf-sync 4.2.1 lib/index.js). */
export const csrfSync = {
  name: 'csrf-sync',
  packages: ['csrf-sync'],
  operations: [
    {
      kind: 'csrf.configure',
      path: 'csrfSync',
      fields: {
        enabled: { from: { always: true } },
        ignoredMethods: { from: { arg: 0, path: 'ignoredMethods' } },
        readToken: { from: { arg: 0, path: 'getTokenFromRequest' } },
      },
    },
  ],
} satisfies LibraryModel;
