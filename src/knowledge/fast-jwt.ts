import type { IneffectiveOption, LibraryModel } from './model.js';
import { unknownOptions } from './verify-options.js';

/** Checks that a token passes that lacks the claim (1.7.2, 3.3.3, 6.0.1 src/verifier.js, `if (!(claim in payload))`). */
export function allowedWhenMissing(option: (path: string) => IneffectiveOption['option']): IneffectiveOption[] {
  return [['allowedAud', 'aud'], ['allowedIss', 'iss']].map(([name = '', claim = '']) => ({
    option: option(name),
    unless: { from: option('requiredClaims'), has: claim },
    effect: 'partly',
    because: `compares \`${claim}\` only in tokens that have it`,
    instead: `Add \`requiredClaims: ['${claim}']\``,
  }));
}

/** A factory takes the options, and what it makes is called with the token (6.3.6 src/signer.js, src/verifier.js). */
export const fastJwt = {
  name: 'fast-jwt',
  packages: ['fast-jwt'],
  expiryErrors: ['FAST_JWT_EXPIRED'],
  operations: [
    {
      kind: 'token.verify',
      path: 'createVerifier()',
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { maker: 0, path: 'key' } },
        algorithms: { from: { maker: 0, path: 'algorithms' } },
        withoutAlgorithms: { from: { always: 'key' } },
        ignoreExpiration: { from: { maker: 0, path: 'ignoreExpiration' } },
        ignoreNotBefore: { from: { maker: 0, path: 'ignoreNotBefore' } },
        issuer: { from: { maker: 0, path: 'allowedIss' } },
        audience: { from: { maker: 0, path: 'allowedAud' } },
        clockTolerance: { from: { maker: 0, path: 'clockTolerance', duration: 'fast-jwt' } },
        currentDate: { from: { maker: 0, path: 'clockTimestamp' } },
        maxAge: { from: { maker: 0, path: 'maxAge', duration: 'fast-jwt' } },
      },
      // A function for the key gets the decoded token (6.0.1 src/verifier.js, `getAsyncKey`).
      facts: { tokenParameter: 0 },
      ineffective: [
        ...allowedWhenMissing((path) => ({ maker: 0, path })),
        ...unknownOptions({ maker: 0 }, {
          algorithm: 'algorithms', alg: 'algorithms', audience: 'allowedAud', aud: 'allowedAud', issuer: 'allowedIss', iss: 'allowedIss', maxTokenAge: 'maxAge',
        }),
      ],
    },
    {
      kind: 'token.issue',
      path: 'createSigner()',
      fields: {
        payload: { from: { arg: 0 } },
        subject: { from: [{ maker: 0, path: 'sub' }, { arg: 0, path: 'sub' }] },
        key: { from: { maker: 0, path: 'key' } },
        algorithm: { from: { maker: 0, path: 'algorithm' } },
        lifetime: {
          from: [
            { maker: 0, path: 'expiresIn', duration: 'fast-jwt' },
            { arg: 0, path: 'exp', duration: 'epoch' },
          ],
        },
        issuer: { from: [{ maker: 0, path: 'iss' }, { arg: 0, path: 'iss' }] },
        audience: { from: [{ maker: 0, path: 'aud' }, { arg: 0, path: 'aud' }] },
        encrypted: { from: { always: false } },
      },
      facts: { countsFromIat: true },
    },
    { kind: 'token.decode', path: 'createDecoder()', fields: { token: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
