import type { LibraryModel } from './model.js';

/** hyperid 3.3.0 hyperid.js: a random UUID that stays for 2^31 ids, and their number behind it. */
export const hyperid = {
  name: 'hyperid',
  packages: ['hyperid'],
  operations: [
    {
      kind: 'random.generate',
      path: '()',
      fields: { secure: { from: { always: false } } },
      facts: { predictable: 'hyperid draws once and then counts: all ids of a process begin alike and end in a number' },
    },
  ],
} satisfies LibraryModel;
