import { ARGON2_TYPES } from './argon2.js';
import type { LibraryModel } from './model.js';

/** @node-rs/argon2 2.0.2 index.d.ts; the hash goes first. */
export const nodeRsArgon2 = {
  name: '@node-rs/argon2',
  packages: ['@node-rs/argon2'],
  operations: [
    {
      kind: 'password.hash',
      path: ['hash', 'hashSync'],
      fields: {
        password: { from: { arg: 0 } },
        algorithm: { from: { arg: 1, path: 'algorithm' }, default: 'argon2id', means: ARGON2_TYPES },
        memory: { from: { arg: 1, path: 'memoryCost' }, default: 19_456 },
        passes: { from: { arg: 1, path: 'timeCost' }, default: 2 },
        parallelism: { from: { arg: 1, path: 'parallelism' }, default: 1 },
        salt: { from: { arg: 1, path: 'salt' } },
      },
    },
    {
      kind: 'password.verify',
      path: ['verify', 'verifySync'],
      fields: { hash: { from: { arg: 0 } }, password: { from: { arg: 1 } } },
      result: { refusal: 'falsy', promise: ['verify'] },
    },
  ],
} satisfies LibraryModel;

/** @node-rs/bcrypt 1.10.7 binding.d.ts; `cost` is the number of rounds. */
export const nodeRsBcrypt = {
  name: '@node-rs/bcrypt',
  packages: ['@node-rs/bcrypt'],
  operations: [
    {
      kind: 'password.hash',
      path: ['hash', 'hashSync'],
      fields: {
        password: { from: { arg: 0 } },
        algorithm: { from: { always: 'bcrypt' } },
        cost: { from: { arg: 1 }, default: 12 },
        salt: { from: { arg: 2 } },
      },
    },
    {
      kind: 'password.verify',
      path: ['verify', 'verifySync', 'compare', 'compareSync'],
      fields: { password: { from: { arg: 0 } }, hash: { from: { arg: 1 } } },
      result: { refusal: 'falsy', promise: ['verify', 'compare'] },
    },
  ],
} satisfies LibraryModel;
