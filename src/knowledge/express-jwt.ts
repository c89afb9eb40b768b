import { JSONWEBTOKEN_FACTS } from './jsonwebtoken.js';
import type { LibraryModel } from './model.js';
import { MISTAKEN_FOR_JSONWEBTOKEN, switchedOffChecks, unknownOptions } from './verify-options.js';

export const expressJwt = {
  name: 'express-jwt',
  packages: ['express-jwt'],
  operations: [
    {
      kind: 'token.verify',
      // The module itself up to 6, a named export from 7 on.
      path: ['', 'expressjwt'],
      fields: {
        key: { from: { arg: 0, path: 'secret' } },
        algorithms: { from: { arg: 0, path: 'algorithms' } },
        // 5 hands all to jsonwebtoken 8; 6 to 8 refuse to start (5.3.3 and 6.1.2 lib/index.js, 8.5.1 dist/index.js).
        withoutAlgorithms: { from: [], default: [{ versions: '<6', value: 'unsigned' }, { versions: '>=6', value: 'throws' }] },
        ignoreExpiration: { from: { arg: 0, path: 'ignoreExpiration' } },
        issuer: { from: { arg: 0, path: 'issuer' } },
        audience: { from: { arg: 0, path: 'audience' } },
        clockTolerance: { from: { arg: 0, path: 'clockTolerance', duration: 'seconds' } },
        maxAge: { from: { arg: 0, path: 'maxAge', duration: 'jsonwebtoken' } },
      },
      // 6 and 7 have jsonwebtoken 8, 8 has 9 (package.json of each).
      // A function for the secret gets the request, then what the token says (5.3.3 lib/index.js, 8.5.1 dist/index.js).
      facts: { ...JSONWEBTOKEN_FACTS, confusesKeys: '<8', tokenParameter: 1 },
      ineffective: [...unknownOptions({ arg: 0 }, MISTAKEN_FOR_JSONWEBTOKEN), ...switchedOffChecks((path) => ({ arg: 0, path }))],
    },
    { kind: 'token.accept', path: ['', 'expressjwt'], fields: { extractor: { from: { arg: 0, path: 'getToken' } } } },
    {
      // Of a token that is there it refuses a wrong one all the same (5.3.3 lib/index.js, 8.5.1 dist/index.js).
      kind: 'auth.guard',
      path: ['', 'expressjwt'],
      fields: { optional: { from: { arg: 0, path: 'credentialsRequired' }, means: { false: 'missing' } } },
    },
  ],
} satisfies LibraryModel;
