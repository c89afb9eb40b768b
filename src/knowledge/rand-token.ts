import { ALPHANUMERIC, DIGITS, LOWER_CASE, UPPER_CASE } from '../domain/entropy.js';
import type { LibraryModel, RandomModel } from './model.js';

const CHARACTERS: RandomModel = {
  alphabet: { from: [{ arg: 1 }, { maker: 0, path: 'chars' }], default: ALPHANUMERIC },
  named: {
    default: ALPHANUMERIC, 'a-z': LOWER_CASE, alpha: LOWER_CASE, 'A-Z': UPPER_CASE, ALPHA: UPPER_CASE,
    '0-9': DIGITS, numeric: DIGITS, base32: `${UPPER_CASE}234567`,
  },
};

/** rand-token 1.0.1 index.js; `suid` puts the time before what is drawn. */
export const randToken = {
  name: 'rand-token',
  packages: ['rand-token'],
  operations: [
    {
      kind: 'random.generate',
      path: ['generate', 'uid'],
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { ...CHARACTERS, alphabet: { from: { arg: 1 }, default: ALPHANUMERIC } },
    },
    {
      kind: 'random.generate',
      path: 'suid',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { bitsPerUnit: Math.log2(ALPHANUMERIC.length) },
    },
    {
      // Any other source is a function of the caller's.
      kind: 'random.generate',
      path: 'generator().generate',
      fields: {
        secure: { from: { maker: 0, path: 'source' }, default: true, means: { default: true, crypto: true, math: false } },
        size: { from: { arg: 0 } },
      },
      random: CHARACTERS,
    },
  ],
} satisfies LibraryModel;
