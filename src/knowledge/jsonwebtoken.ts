import type { LibraryModel } from './model.js';
import { MISTAKEN_FOR_JSONWEBTOKEN, switchedOffChecks, unknownOptions } from './verify-options.js';

export const JSONWEBTOKEN_FACTS = {
  /** Versions that take the text of a public key for the secret of an HMAC (LIBRARIES section 1.6). */
  confusesKeys: '<9',
  /** Adds it to `exp` with `+`, which joins texts (9.0.2 verify.js, line 189). */
  addsTolerance: true,
} as const;

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
        maxAge: { from: { arg: 2, path: 'maxAge', duration: 'jsonwebtoken' } },
        insecureKeySizes: { from: { arg: 2, path: 'allowInsecureKeySizes' } },
      },
      result: { refusal: 'throws', promise: 'promisified', callback: 3 },
      // A function for a key gets the token's header (9.0.2 verify.js, `getSecret`).
      facts: { ...JSONWEBTOKEN_FACTS, tokenParameter: 0 },
      ineffective: [...unknownOptions({ arg: 2 }, MISTAKEN_FOR_JSONWEBTOKEN), ...switchedOffChecks((path) => ({ arg: 2, path }))],
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
        insecureKeySizes: { from: { arg: 2, path: 'allowInsecureKeySizes' } },
      },
      // Counts the lifetime from the payload's own `iat` (9.0.2 lib/timespan.js).
      facts: { countsFromIat: true },
    },
    { kind: 'token.decode', path: 'decode', fields: { token: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
