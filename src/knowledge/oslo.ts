import { DIGITS, LOWER_CASE, UPPER_CASE } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/** oslo 1.2.1 dist/crypto/random.js: `generateRandomString(10, alphabet('a-z', '0-9'))`. */
export const oslo = {
  name: 'oslo',
  packages: ['oslo', 'oslo/crypto'],
  operations: [
    {
      kind: 'random.generate',
      path: 'generateRandomString',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { alphabet: { from: { arg: 1 } }, named: { 'a-z': LOWER_CASE, 'A-Z': UPPER_CASE, '0-9': DIGITS }, joinedBy: 'alphabet()' },
    },
    {
      kind: 'random.generate',
      path: 'generateRandomInteger',
      fields: { secure: { from: { always: true } } },
      random: { integer: true },
    },
  ],
} satisfies LibraryModel;

/** The first argument is what reads random bytes, the caller's own (@oslojs/crypto 1.0.1 dist/random/index.js). */
export const oslojs = {
  name: '@oslojs/crypto',
  packages: ['@oslojs/crypto', '@oslojs/crypto/random'],
  operations: [
    {
      kind: 'random.generate',
      path: 'generateRandomString',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 2 } } },
      random: { alphabet: { from: { arg: 1 } } },
    },
  ],
} satisfies LibraryModel;
