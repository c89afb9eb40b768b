import type { LibraryModel } from './model.js';

/** @node-rs/argon2 2.0.2 index.d.ts; the hash goes first, and `cost` is the memory in KiB. */
export const nodeRsArgon2 = {
  name: '@node-rs/argon2',
  packages: ['@node-rs/argon2'],
  operations: [
    {
      kind: 'password.hash',
      path: ['hash', 'hashSync'],
      fields: { password: { from: { arg: 0 } }, cost: { from: { arg: 1, path: 'memoryCost' }, default: 19_456 } },
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
      fields: { password: { from: { arg: 0 } }, cost: { from: { arg: 1 }, default: 12 } },
    },
    {
      kind: 'password.verify',
      path: ['verify', 'verifySync', 'compare', 'compareSync'],
      fields: { password: { from: { arg: 0 } }, hash: { from: { arg: 1 } } },
      result: { refusal: 'falsy', promise: ['verify', 'compare'] },
    },
  ],
} satisfies LibraryModel;
