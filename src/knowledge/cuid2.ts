import type { LibraryModel, VersionedDefault } from './model.js';

/** The first character is one of 26 and not of 36, which is half a bit less. */
const BITS_PER_CHARACTER = Math.log2(36);
const DEFAULT_LENGTH = 24;

/**
 * Up to 3.0.0 the salt of the hash comes from Math.random; since 3.0.1 from `crypto.getRandomValues` where there is one
 * (@paralleldrive/cuid2 2.2.2, 3.0.0, 3.0.1 and 3.3.0 src/index.js).
 */
const SECURE: readonly VersionedDefault[] = [{ versions: '>=3.0.1', value: true }, { versions: '<3.0.1', value: false }];

export const cuid2 = {
  name: '@paralleldrive/cuid2',
  packages: ['@paralleldrive/cuid2'],
  operations: [
    {
      kind: 'random.generate',
      path: 'createId',
      fields: {
        secure: { from: [], default: SECURE },
        bits: { from: { always: BITS_PER_CHARACTER * (DEFAULT_LENGTH - 1) + Math.log2(26) } },
      },
    },
    {
      // A source of the caller's may be anything.
      kind: 'random.generate',
      path: 'init()',
      fields: { secure: { from: { maker: 0, path: 'random' }, default: SECURE }, size: { from: { maker: 0, path: 'length' } } },
      random: { bitsPerUnit: BITS_PER_CHARACTER, defaultUnits: DEFAULT_LENGTH },
    },
  ],
} satisfies LibraryModel;
