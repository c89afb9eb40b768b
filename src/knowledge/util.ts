import type { LibraryModel } from './model.js';

/** Node.js documentation, `util.promisify`: the function with its callback made a promise. */
export const util = {
  name: 'node:util',
  packages: ['node:util', 'util'],
  operations: [],
  transparent: { promisify: 0 },
} satisfies LibraryModel;
