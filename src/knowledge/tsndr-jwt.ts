import type { LibraryModel } from './model.js';
import { SIGNED_PAYLOAD } from './signed-payload.js';

/** Options, or the name of the algorithm in their place (3.2.3 index.js). */
const ALGORITHM = [{ arg: 2, path: 'algorithm' }, { arg: 2 }] as const;

export const tsndrJwt = {
  name: '@tsndr/cloudflare-worker-jwt',
  packages: ['@tsndr/cloudflare-worker-jwt'],
  operations: [
    {
      kind: 'token.verify',
      path: 'verify',
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { arg: 1 } },
        algorithms: { from: ALGORITHM },
        withoutAlgorithms: { from: { always: 'pinned' } },
        // It has no such options (3.2.3 index.js).
        issuer: { from: [] },
        audience: { from: [] },
        clockTolerance: { from: { arg: 2, path: 'clockTolerance', duration: 'seconds' } },
      },
      // `undefined` in 3, `false` in 2 (LIBRARIES section 1.4).
      result: { refusal: 'falsy', promise: true, throwsWith: { arg: 2, path: 'throwError' } },
    },
    {
      kind: 'token.issue',
      path: 'sign',
      fields: {
        ...SIGNED_PAYLOAD,
        key: { from: { arg: 1 } },
        algorithm: { from: ALGORITHM, default: 'HS256' },
      },
    },
    { kind: 'token.decode', path: 'decode', fields: { token: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
