import type { LibraryModel } from './model.js';

/** Random bytes as base64url without padding (uid-safe 2.1.5 index.js). */
export const uidSafe = {
  name: 'uid-safe',
  packages: ['uid-safe'],
  operations: [
    {
      kind: 'random.generate',
      path: ['', 'sync'],
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { bitsPerUnit: 8, as: 'base64url' },
    },
  ],
} satisfies LibraryModel;
