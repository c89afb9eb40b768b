import type { LibraryModel } from './model.js';

/**
 * One random character of 64 for each hexadecimal digit of a version, a worker, a counter and the seconds since 2019: nine,
 * and one or two more where a process makes several in a second (shortid 2.2.17 lib/build.js and lib/generate.js).
 */
export const shortid = {
  name: 'shortid',
  packages: ['shortid'],
  operations: [
    { kind: 'random.generate', path: ['generate', ''], fields: { secure: { from: { always: true } }, bits: { from: { always: 54 } } } },
  ],
} satisfies LibraryModel;
