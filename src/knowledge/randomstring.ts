import { ALPHANUMERIC, DIGITS, HEX_DIGITS, LOWER_CASE, UPPER_CASE } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/**
 * Falls back to Math.random where `randombytes` throws, which only platforms without a source do. `capitalization` and
 * `readable` leave fewer characters than are counted here (randomstring 1.3.1 lib/randomstring.js and lib/charset.js).
 */
export const randomstring = {
  name: 'randomstring',
  packages: ['randomstring'],
  operations: [
    {
      kind: 'random.generate',
      path: 'generate',
      fields: { secure: { from: { always: true } }, size: { from: [{ arg: 0, path: 'length' }, { arg: 0 }], default: 32 } },
      random: {
        alphabet: { from: { arg: 0, path: 'charset' }, default: ALPHANUMERIC },
        named: { alphanumeric: ALPHANUMERIC, numeric: DIGITS, alphabetic: LOWER_CASE + UPPER_CASE, hex: HEX_DIGITS, binary: '01', octal: '01234567' },
      },
    },
  ],
} satisfies LibraryModel;
