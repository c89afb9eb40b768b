import type { LibraryModel } from './model.js';

/** ulid 2.3.0 dist/index.esm.js and 3.0.1: 48 bits of milliseconds, then 80 drawn ones; ulidx 2.4.1 does the same. */
export const ulid = {
  name: 'ulid',
  packages: ['ulid', 'ulidx'],
  operations: [
    {
      kind: 'random.generate',
      path: ['ulid', 'factory()'],
      fields: { secure: { from: { always: false } } },
      facts: { predictable: '48 of the 128 bits of a ULID are the clock' },
    },
    {
      kind: 'random.generate',
      path: 'monotonicFactory()',
      fields: { secure: { from: { always: false } } },
      facts: { predictable: '48 of the 128 bits of a ULID are the clock, and each monotonic one of the same millisecond is the one before plus 1' },
    },
  ],
} satisfies LibraryModel;
