import type { LibraryModel } from './model.js';

/**
 * argon2 0.45.1 argon2.d.cts, and the default from 0.30.3 argon2.js on; `cost` is the memory in KiB. `verify` takes the
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
        cost: { from: { arg: 1, path: 'memoryCost' }, default: [{ versions: '>=0.30.3', value: 65_536 }] },
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
