import type { LibraryModel } from './model.js';
import { SIGNED_PAYLOAD } from './signed-payload.js';

export const jwtSimple = {
  name: 'jwt-simple',
  packages: ['jwt-simple'],
  expiryErrors: ['Token expired'],
  operations: [
    {
      kind: 'token.verify',
      path: 'decode',
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { arg: 1 } },
        algorithms: { from: { arg: 3 } },
        // It has no such options (0.5.6 lib/jwt.js).
        issuer: { from: [] },
        audience: { from: [] },
        // Of whatever is not a public key as PEM (0.5.6 lib/jwt.js).
        withoutAlgorithms: { from: { always: 'header' } },
      },
      facts: { confusesKeys: '*' },
    },
    {
      kind: 'token.issue',
      path: 'encode',
      fields: {
        ...SIGNED_PAYLOAD,
        key: { from: { arg: 1 } },
        algorithm: { from: { arg: 2 }, default: 'HS256' },
      },
    },
  ],
} satisfies LibraryModel;
