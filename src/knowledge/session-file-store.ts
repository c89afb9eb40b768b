import type { LibraryModel } from './model.js';

/** An hour after the last use (1.5.0 lib/session-file-helpers.js, `defaults` and `isExpired`); with a `ttl` of 0 each is over at once. */
export const sessionFileStore = {
  name: 'session-file-store',
  packages: ['session-file-store'],
  operations: [
    {
      kind: 'session.store',
      path: '()',
      on: 'new',
      fields: { validity: { from: { arg: 0, path: 'ttl', duration: 'seconds' }, default: 3600, means: { 0: 'none' } }, touch: { from: { always: true } } },
    },
  ],
} satisfies LibraryModel;
