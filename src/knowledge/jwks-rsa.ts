import type { LibraryModel } from './model.js';

const FUNCTIONS = ['', 'expressJwtSecret', 'koaJwtSecret', 'passportJwtSecret', 'hapiJwt2Key', 'hapiJwt2KeyAsync'] as const;

const KEYS = { keys: { from: { arg: 0, path: 'jwksUri' } } } as const;

/** A client of one key set, at `jwksUri` (jwks-rsa 3.2.0 src/index.js and src/JwksClient.js). */
export const jwksRsa = {
  name: 'jwks-rsa',
  packages: ['jwks-rsa'],
  operations: [
    { kind: 'endpoint.configure', path: FUNCTIONS, fields: KEYS },
    { kind: 'endpoint.configure', path: 'JwksClient', on: 'new', fields: KEYS },
  ],
  sinks: [
    { path: FUNCTIONS, arg: 0, option: 'jwksUri', takes: 'address', gives: 'keys' },
    { path: 'JwksClient', on: 'new', arg: 0, option: 'jwksUri', takes: 'address', gives: 'keys' },
  ],
} satisfies LibraryModel;
