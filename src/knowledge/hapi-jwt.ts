import type { LibraryModel } from './model.js';

export const hapiJwt = {
  name: '@hapi/jwt',
  packages: ['@hapi/jwt'],
  expiryErrors: ['Token expired'],
  operations: [
    {
      kind: 'token.verify',
      path: 'token.verify',
      fields: {
        token: { from: { arg: 0 } },
        // A secret may be an object with its algorithms (3.2.4 lib/token.js, `secret`).
        key: { from: { arg: 1 } },
        algorithms: { from: [{ arg: 1, path: 'algorithm' }, { arg: 1, path: 'algorithms' }] },
        withoutAlgorithms: { from: { always: 'key' } },
        issuer: { from: { arg: 2, path: 'iss' } },
        audience: { from: { arg: 2, path: 'aud' } },
        clockTolerance: { from: { arg: 2, path: 'timeSkewSec', duration: 'seconds' } },
        currentDate: { from: { arg: 2, path: 'now' } },
        maxAge: { from: { arg: 2, path: 'maxAgeSec', duration: 'seconds' } },
      },
    },
    {
      kind: 'token.issue',
      path: 'token.generate',
      fields: {
        payload: { from: { arg: 0 } },
        subject: { from: { arg: 0, path: 'sub' } },
        key: { from: { arg: 1 } },
        algorithm: { from: { arg: 1, path: 'algorithm' }, default: 'HS256' },
        lifetime: {
          from: [
            { arg: 0, path: 'exp', duration: 'epoch' },
            { arg: 2, path: 'ttlSec', duration: 'seconds' },
          ],
        },
        issuer: { from: { arg: 0, path: 'iss' } },
        audience: { from: { arg: 0, path: 'aud' } },
        encrypted: { from: { always: false } },
      },
    },
    { kind: 'token.decode', path: 'token.decode', fields: { token: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
