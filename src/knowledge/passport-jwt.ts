import type { LibraryModel } from './model.js';

/**
 * Top-level options only: what `jsonWebTokenOptions` says of the same is overwritten, by `undefined` if need be
 * (passport-jwt 4.0.1 lib/strategy.js, `assign`).
 */
export const passportJwt = {
  name: 'passport-jwt',
  packages: ['passport-jwt'],
  operations: [
    {
      kind: 'token.verify',
      path: 'Strategy',
      on: 'new',
      fields: {
        key: { from: { arg: 0, path: 'secretOrKey' } },
        algorithms: { from: { arg: 0, path: 'algorithms' } },
        // Whatever its jsonwebtoken does: 8 up to 4.0.0, 9 from 4.0.1 on (package.json of both).
        withoutAlgorithms: { from: [], default: [{ versions: '<4.0.1', value: 'unsigned' }, { versions: '*', value: 'key' }] },
        ignoreExpiration: { from: { arg: 0, path: 'ignoreExpiration' }, default: false },
        issuer: { from: { arg: 0, path: 'issuer' } },
        audience: { from: { arg: 0, path: 'audience' } },
        clockTolerance: { from: { arg: 0, path: 'jsonWebTokenOptions.clockTolerance', duration: 'seconds' } },
      },
    },
  ],
} satisfies LibraryModel;
