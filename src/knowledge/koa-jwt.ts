import { JSONWEBTOKEN_FACTS } from './jsonwebtoken.js';
import type { LibraryModel } from './model.js';
import { MISTAKEN_FOR_JSONWEBTOKEN, switchedOffChecks, unknownOptions } from './verify-options.js';

/** Its options are also those of jsonwebtoken's `verify` (koa-jwt 4.0.4 lib/index.js and lib/verify.js). */
export const koaJwt = {
  name: 'koa-jwt',
  packages: ['koa-jwt'],
  operations: [
    {
      kind: 'token.verify',
      path: '',
      fields: {
        key: { from: { arg: 0, path: 'secret' } },
        algorithms: { from: { arg: 0, path: 'algorithms' } },
        // It refuses to go on without a secret, so that jsonwebtoken 8, too, takes no unsigned token.
        withoutAlgorithms: { from: { always: 'key' } },
        ignoreExpiration: { from: { arg: 0, path: 'ignoreExpiration' } },
        ignoreNotBefore: { from: { arg: 0, path: 'ignoreNotBefore' } },
        issuer: { from: { arg: 0, path: 'issuer' } },
        audience: { from: { arg: 0, path: 'audience' } },
        clockTolerance: { from: { arg: 0, path: 'clockTolerance', duration: 'seconds' } },
        currentDate: { from: { arg: 0, path: 'clockTimestamp' } },
        maxAge: { from: { arg: 0, path: 'maxAge', duration: 'jsonwebtoken' } },
      },
      // jsonwebtoken 8 up to 4.0.3, 9 from 4.0.4 on (package.json of 3.6.0, 4.0.0, 4.0.3 and 4.0.4). A function for the
      // secret gets the token's header (4.0.4 lib/get-secret.js).
      facts: { ...JSONWEBTOKEN_FACTS, confusesKeys: '<4.0.4', tokenParameter: 0 },
      ineffective: [
        ...unknownOptions({ arg: 0 }, MISTAKEN_FOR_JSONWEBTOKEN),
        ...switchedOffChecks((path) => ({ arg: 0, path })),
      ],
    },
    {
      // The cookie goes before the header, and what `getToken` finds before both (4.0.4 lib/index.js).
      kind: 'token.accept',
      path: '',
      fields: { cookie: { from: { arg: 0, path: 'cookie' } }, extractor: { from: { arg: 0, path: 'getToken' } } },
    },
    {
      // It goes on after any error (4.0.4 lib/index.js).
      kind: 'auth.guard',
      path: '',
      fields: { optional: { from: { arg: 0, path: 'passthrough' }, means: { true: 'invalid' } } },
    },
  ],
} satisfies LibraryModel;
