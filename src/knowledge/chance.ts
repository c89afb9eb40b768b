import type { LibraryModel } from './model.js';

const METHODS = ['guid', 'hash', 'string', 'natural', 'integer', 'word', 'character', 'letter', 'pad', 'apple_push_token'];

/** A Mersenne Twister with a seed from Math.random or of the caller's (chance 1.1.13 chance.js, `Chance` and `MersenneTwister`). */
export const chance = {
  name: 'chance',
  packages: ['chance'],
  operations: [
    {
      kind: 'random.generate',
      path: ['#', '()', 'Chance#', 'Chance()'].flatMap((made) => METHODS.map((method) => `${made}.${method}`)),
      fields: { secure: { from: { always: false } } },
    },
  ],
} satisfies LibraryModel;
