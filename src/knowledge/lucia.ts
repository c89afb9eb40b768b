import { DIGITS, LOWER_CASE } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/** lucia 3.2.2 dist/crypto.js; `generateRandomString` in 2.7.7 dist/utils/crypto.js. */
export const lucia = {
  name: 'lucia',
  packages: ['lucia', 'lucia/utils'],
  operations: [
    {
      kind: 'random.generate',
      path: ['generateId', 'generateRandomString'],
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { alphabet: { from: { arg: 1 }, default: LOWER_CASE + DIGITS } },
    },
    {
      kind: 'random.generate',
      path: 'generateIdFromEntropySize',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { bitsPerUnit: 8, as: 'base32' },
    },
  ],
} satisfies LibraryModel;
