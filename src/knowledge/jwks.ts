import type { LibraryModel } from './model.js';

/** A client of one key set, at `jwksUri` (jwks-rsa 3.2.0 src/index.js and src/JwksClient.js). */
export const jwksRsa = {
  name: 'jwks-rsa',
  packages: ['jwks-rsa'],
  operations: [],
  sinks: [
    { path: ['', 'expressJwtSecret', 'koaJwtSecret', 'passportJwtSecret', 'hapiJwt2Key', 'hapiJwt2KeyAsync'], arg: 0, option: 'jwksUri', takes: 'address', gives: 'keys' },
    { path: 'JwksClient', on: 'new', arg: 0, option: 'jwksUri', takes: 'address', gives: 'keys' },
  ],
} satisfies LibraryModel;

/** Makes PEM text of a JWK (jwk-to-pem 2.0.6 src/jwk-to-pem.js). */
export const jwkToPem = {
  name: 'jwk-to-pem',
  packages: ['jwk-to-pem'],
  operations: [],
  sinks: [{ path: '', arg: 0, takes: 'key' }],
} satisfies LibraryModel;
