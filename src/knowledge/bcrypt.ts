import type { LibraryModel } from './model.js';

/** bcrypt 6.0.0 bcrypt.js. `cost` is the number of rounds where it is given as such; a salt has it inside. */
export const bcrypt = {
  name: 'bcrypt',
  packages: ['bcrypt'],
  operations: [
    {
      kind: 'password.hash',
      path: ['hash', 'hashSync'],
      fields: { password: { from: { arg: 0 } }, algorithm: { from: { always: 'bcrypt' } }, cost: { from: { arg: 1 }, default: 10 } },
    },
    {
      kind: 'password.verify',
      path: ['compare', 'compareSync'],
      fields: { password: { from: { arg: 0 } }, hash: { from: { arg: 1 } } },
      result: { refusal: 'falsy', promise: ['compare'], callback: 2 },
    },
  ],
} satisfies LibraryModel;
