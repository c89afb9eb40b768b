import type { LibraryModel } from './model.js';

/** Ids and tokens that are made from the time: a reading of the clock alone is in too many files to tell anything. */
export const clock = {
  name: 'the clock',
  packages: ['global'],
  vocabulary: ['createHash(', 'Date.now().toString(', 'getTime().toString('],
  operations: [],
} satisfies LibraryModel;
