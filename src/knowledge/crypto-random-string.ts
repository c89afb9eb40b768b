import { ALPHANUMERIC, DIGITS, HEX_DIGITS } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/** crypto-random-string 3.3.1 index.js and 5.0.0 core.js. */
const TYPES: Readonly<Record<string, string>> = {
  hex: HEX_DIGITS,
  base64: `${ALPHANUMERIC}+/`,
  'url-safe': `${ALPHANUMERIC}-._~`,
  numeric: DIGITS,
  distinguishable: 'CDEHKMPRTUWXY012458',
  'ascii-printable': `${ALPHANUMERIC}!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`,
  alphanumeric: ALPHANUMERIC,
};

export const cryptoRandomString = {
  name: 'crypto-random-string',
  packages: ['crypto-random-string'],
  operations: [
    {
      kind: 'random.generate',
      path: ['', 'async', 'cryptoRandomStringAsync'],
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0, path: 'length' } } },
      random: {
        alphabet: { from: [{ arg: 0, path: 'characters' }, { arg: 0, path: 'type' }], default: HEX_DIGITS },
        named: TYPES,
      },
    },
  ],
} satisfies LibraryModel;
