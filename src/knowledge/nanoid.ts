import type { LibraryModel, RandomModel } from './model.js';

/** 64 characters, 21 of them when no size is given (nanoid 3.3.20 and 5.1.16 index.js). */
const URL_ALPHABET: RandomModel = { bitsPerUnit: 6, defaultUnits: 21 };

export const nanoid = {
  name: 'nanoid',
  packages: ['nanoid', 'nanoid/async'],
  operations: [
    {
      // Up to 2.x the function was the module itself.
      kind: 'random.generate',
      path: ['nanoid', ''],
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: URL_ALPHABET,
    },
    {
      kind: 'random.generate',
      path: 'customAlphabet()',
      fields: { secure: { from: { always: true } }, size: { from: [{ arg: 0 }, { maker: 1 }], default: 21 } },
      random: { alphabet: { from: { maker: 0 } } },
    },
  ],
} satisfies LibraryModel;

/** Draws from Math.random (nanoid 5.1.16 non-secure/index.js). */
export const nanoidNonSecure = {
  name: 'nanoid/non-secure',
  packages: ['nanoid/non-secure'],
  operations: [
    {
      kind: 'random.generate',
      path: ['nanoid', '', 'customAlphabet()'],
      fields: { secure: { from: { always: false } } },
    },
  ],
} satisfies LibraryModel;
