import type { LibraryModel } from './model.js';

/** `new Keygrip(keys, algorithm)` signs with the keys that it is given (keygrip 1.1.0 index.js). */
export const keygrip = {
  name: 'keygrip',
  packages: ['keygrip'],
  operations: [],
  conversions: { '#': 0, '()': 0 },
} satisfies LibraryModel;
