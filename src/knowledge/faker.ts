import type { LibraryModel } from './model.js';

/** What secrets are made of, by module (@faker-js/faker 9.9.0 dist; `random` and more of `datatype` up to 7.x, and in `faker`). */
const MAKERS = [
  'string.uuid', 'string.alphanumeric', 'string.alpha', 'string.numeric', 'string.hexadecimal', 'string.nanoid', 'string.ulid',
  'internet.password', 'internet.jwt', 'finance.pin', 'number.int', 'number.hex',
  'datatype.uuid', 'datatype.hexadecimal', 'datatype.string', 'random.uuid', 'random.alphaNumeric', 'random.alpha', 'random.numeric',
];

/** A Mersenne Twister with a seed from Math.random or of the caller's: test data. */
export const faker = {
  name: 'faker',
  packages: ['@faker-js/faker', 'faker'],
  operations: [
    {
      kind: 'random.generate',
      path: [...MAKERS, ...MAKERS.map((maker) => `faker.${maker}`)],
      fields: { secure: { from: { always: false } } },
    },
  ],
} satisfies LibraryModel;
