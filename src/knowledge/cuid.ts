import type { LibraryModel } from './model.js';

/** cuid 2.1.8 and 3.0.0 index.js: `c`, milliseconds, counter, four characters of process and host, two random blocks of four. */
export const cuid = {
  name: 'cuid',
  packages: ['cuid'],
  operations: [
    {
      kind: 'random.generate',
      path: '',
      fields: { secure: { from: { always: false } } },
      facts: { predictable: 'a cuid is the clock, a counter, the process and the host, and at most 41 bits of it are drawn' },
    },
    {
      kind: 'random.generate',
      path: 'slug',
      fields: { secure: { from: { always: false } } },
      facts: { predictable: 'a slug of cuid is the clock, a counter and the process, and at most 10 bits of it are drawn' },
    },
  ],
} satisfies LibraryModel;
