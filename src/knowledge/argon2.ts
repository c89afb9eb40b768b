import type { LibraryModel } from './model.js';

/** RFC 9106 section 3.1, `y`: what both libraries' constants are. */
export const ARGON2_TYPES = { 0: 'argon2d', 1: 'argon2i', 2: 'argon2id' } as const;

/**
 * argon2 0.45.1 argon2.d.cts, and the defaults from 0.30.3 argon2.js on. `verify` takes the
 * hash first.
 */
export const argon2 = {
  name: 'argon2',
  packages: ['argon2'],
  operations: [
    {
      kind: 'password.hash',
      path: 'hash',
      fields: {
        password: { from: { arg: 0 } },
        algorithm: { from: { arg: 1, path: 'type' }, default: [{ versions: '>=0.30.3', value: 'argon2id' }], means: ARGON2_TYPES },
        memory: { from: { arg: 1, path: 'memoryCost' }, default: [{ versions: '>=0.30.3', value: 65_536 }] },
        passes: { from: { arg: 1, path: 'timeCost' }, default: 3 },
        parallelism: { from: { arg: 1, path: 'parallelism' }, default: [{ versions: '>=0.30.3', value: 4 }] },
        salt: { from: { arg: 1, path: 'salt' } },
      },
    },
    {
      kind: 'password.verify',
      path: 'verify',
      fields: { hash: { from: { arg: 0 } }, password: { from: { arg: 1 } } },
      result: { refusal: 'falsy', promise: true },
    },
  ],
} satisfies LibraryModel;
