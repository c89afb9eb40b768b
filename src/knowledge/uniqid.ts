import type { LibraryModel } from './model.js';

/** uniqid 5.4.0 index.js. */
export const uniqid = {
  name: 'uniqid',
  packages: ['uniqid'],
  operations: [
    {
      kind: 'random.generate',
      path: ['', 'process', 'time'],
      fields: { secure: { from: { always: false } } },
      facts: { predictable: 'uniqid draws nothing: an id is the millisecond behind the address and number of the machine and process' },
    },
  ],
} satisfies LibraryModel;
