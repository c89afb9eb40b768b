import type { LibraryModel } from './model.js';

const CLAIMS = {
  payload: { from: { maker: 0 } },
  subject: { from: [{ chain: 'setSubject', arg: 0 }, { maker: 0, path: 'sub' }] },
  key: { from: [{ chain: 'setSigningKey', arg: 0 }, { maker: 1 }] },
  algorithm: { from: [{ chain: 'setSigningAlgorithm', arg: 0 }, { maker: 2 }], default: 'HS256' },
  // `create` sets an hour before anything else may (2.0.1 index.js).
  lifetime: { from: { chain: 'setExpiration', arg: 0, duration: 'date' }, default: 3600 },
  issuer: { from: [{ chain: 'setIssuer', arg: 0 }, { maker: 0, path: 'iss' }] },
  audience: { from: { maker: 0, path: 'aud' } },
  encrypted: { from: { always: false } },
} as const;

export const njwt = {
  name: 'njwt',
  packages: ['njwt'],
  expiryErrors: ['Jwt is expired'],
  operations: [
    {
      kind: 'token.verify',
      path: 'verify',
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { arg: 1 } },
        algorithms: { from: { arg: 2 } },
        // It has no such options (2.0.1 index.js).
        issuer: { from: [] },
        audience: { from: [] },
        withoutAlgorithms: { from: { always: 'pinned' } },
      },
    },
    { kind: 'token.issue', path: ['create().compact', 'create().toString'], fields: CLAIMS },
  ],
  fluent: ['create()'],
} satisfies LibraryModel;
