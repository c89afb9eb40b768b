import type { LibraryModel } from './model.js';

export const jsonwebtoken = {
  name: 'jsonwebtoken',
  packages: ['jsonwebtoken'],
  expiryErrors: ['TokenExpiredError', 'jwt expired'],
  operations: [
    {
      kind: 'token.verify',
      path: 'verify',
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { arg: 1 } },
        algorithms: { from: { arg: 2, path: 'algorithms' } },
        // 8 accepts an unsigned token when the key is empty; 9 takes what fits the key (LIBRARIES section 1.3).
        withoutAlgorithms: {
          from: [],
          default: [{ versions: '<9', value: 'unsigned' }, { versions: '*', value: 'key' }],
        },
        ignoreExpiration: { from: { arg: 2, path: 'ignoreExpiration' } },
        ignoreNotBefore: { from: { arg: 2, path: 'ignoreNotBefore' } },
        issuer: { from: { arg: 2, path: 'issuer' } },
        audience: { from: { arg: 2, path: 'audience' } },
        clockTolerance: { from: { arg: 2, path: 'clockTolerance', duration: 'seconds' } },
        currentDate: { from: { arg: 2, path: 'clockTimestamp' } },
      },
    },
    {
      kind: 'token.issue',
      path: 'sign',
      fields: {
        payload: { from: { arg: 0 } },
        subject: { from: [{ arg: 2, path: 'subject' }, { arg: 0, path: 'sub' }] },
        key: { from: { arg: 1 } },
        // `header` is merged over what `algorithm` says (jsonwebtoken 9.0.3 sign.js, line 97).
        algorithm: { from: [{ arg: 2, path: 'header.alg' }, { arg: 2, path: 'algorithm' }], default: 'HS256' },
        lifetime: {
          from: [
            { arg: 2, path: 'expiresIn', duration: 'jsonwebtoken' },
            { arg: 0, path: 'exp', duration: 'epoch' },
          ],
        },
        issuer: { from: [{ arg: 2, path: 'issuer' }, { arg: 0, path: 'iss' }] },
        audience: { from: [{ arg: 2, path: 'audience' }, { arg: 0, path: 'aud' }] },
        encrypted: { from: { always: false } },
      },
    },
    { kind: 'token.decode', path: 'decode', fields: { token: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
