import type { LibraryModel } from './model.js';

/** In the memory of the process, but bounded; with the cookie, else after a day (1.6.7 lib/memorystore.js, `getTTL`). */
export const memorystore = {
  name: 'memorystore',
  packages: ['memorystore'],
  operations: [
    {
      kind: 'session.store',
      path: '()',
      on: 'new',
      fields: { validity: { from: { arg: 0, path: 'ttl', duration: 'milliseconds' }, default: 86_400 }, touch: { from: { always: true } } },
    },
  ],
} satisfies LibraryModel;
